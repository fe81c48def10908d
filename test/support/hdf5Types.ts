/** Files with the types and links that the writer of this project does not write; made with h5py 3.16, packed with gzip. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Makes `home/types.h5`, with links into `home/near.h5` and `elsewhere/far.h5`; gives the path of the first. */
export function writeTypes(folder: string): string {
  for (const [file, content] of Object.entries(FILES)) {
    const to = path.join(folder, file);
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, gunzipSync(Buffer.from(content.join(''), 'base64')));
  }
  writeFileSync(path.join(folder, 'elsewhere/raw.bin'), Int32Array.of(1, 2, 3));
  return path.join(folder, 'home/types.h5');
}

const FILES: Readonly<Record<string, readonly string[]>> = {
  'home/types.h5': [
    'H4sIAAAAAAACA+0dC3QURbJmNtlMNgQSAskG8VwUNfJLgADxRwIkMSAQJCAoXJLNZpKsLLthdwPrP9wTH+qBgMeBKAd39/RU4A5FUPTkp6cBEeUj',
    '6CmCouKfoCCKH667p3t2trO/4AFZnXov6enump7qmuruqprq3ntKCouTTV1MgEGSIA5SQAunKDTbA/OsvpKmAk1n0/QxkZVLpM5My1No+7MzlHwd',
    'LR83tqgIwKi2zz8nJ05JG1nBjUoyhuWzlMTH6OitpAdp/q0hlC6aL7hSST8BHWIBSoqGkFe9icrVRCpwJZOYnAkgauQslclxPyp3VN6GjisphHiM',
    'moRy1VlSORMfKkAwIH+J1/9cASELGgEX6BMEQSmg5KipAT0X16RIaDgpkkb+x9NxIIoiuVGi7RgEisaNO4B5bfI9lI0uLRTQLMGoO5gdHj+PppaO',
    '4fHYe5ttDI/Hxv8bfWJbniPJlcDNq6pcQbRylULlSooJuYrED4PKB44fiQDK0mCJwA8zZUS7GOGHQPoxRu1vCeobQLqg9NcXZTuplgtU/mRIkHFn',
    'cLSCIOsuYSO6/AkGn7oV7lDmOEFkEtmcz+6lckbTlE2CZkAbmASaA+dJlse41iobmoplC5Aespo4lbh2BQZNeXxQbvnrjVw+gT3VzI+HxnyF+gL0',
    '14j+lhcwJQU/z2IIHIEYmsTg01ZiEHriNPUmIsmiSMlhxUlEo/pZqSRCKqL1QCQi7yu3VVZX1Vhl26IHJowZN/b669Y+uXbNjHqve+69c++Zc19p',
    'ycrHVj7xz8dXrVg28PaXt9+w5vD2/U81vPPt+VfO+LLGkgbw5YFODedJ+zb7yg8d/PCDj9//6NCEsn1v7Nm1d2fDtAbPieZjX48eMXr4qGtfb3LU',
    'OW5y2qdOWTbozs1biu5b1Gv/mhkHfjYkdDifNDRzR/qA1z/b+5avPC2lU8f01M5p+3YPysntN7Dv8aPHv+kgtTPt2LZj62uvZmd98ckXn3316Zef',
    'V6y77T/bxq/Yt/Jq97G3jqZdWrqUNNT5hYzj6Q374n3lD8z704I/z5crc/o/s/rpp2oqpcTkpPtnV1dm9ehzWe+etZWLc6bt+vCyskzz3lUHVk/b',
    'XWO8u3/t60s31s+f6QB4qTntd/XHVj/hK3/e+/22N6fsc737Y/PR3YezKzbefvhQBqHxzZ1vEhq//fpbQuP2pu2ERteUI4RGucDwx0IRLk3oMmfe',
    'mOLRqKmGH3bsv/XEBVf9ePSbfUfy7zz1U0baIkLlgL4DCJXtTe0Jlb2yehEqj3y+jFL5Blw0H+C5w11HuW/6YbWv/NZj323dXft6xb+rW/sG5Uax',
    'uKMAvZLTO8/pMGo/aur4ydfemXEk05yXt/7Zm32Z5j17BuSufTrTPHny/nevvirTvGBB2djduzLNXbo8tGTSjZnmj1+rWF2/s8qYVxln+MAOewpT',
    '1+1ct3SFr3zSU963v+7cc8Kqwd7vmnbaXil9+Lbm5p2HLi1ddvWpE8tmzr/nwVnji68fXT7kuuFvb/vvy3t3vLd5vmAyTxMvWQmPdoCNUzM2nrim',
    'ayNqaM30/SeTzxs0dXDDye1vew5nT77t6Ndvfj7IdeCFWtthImrjrxtPRG26ezoRtWrUra6NiQmNnxpgoSNjyDfrf/+5r/wdJq4bon6N2oa6XGne',
    '/NVnBy2oIUVcM83O/Rs8J9673Xj3Bfl3/vTzN4tmDhk5eejYEUtmbn5pz/Z3tyyY2S0rr3tur4eF9ubN8ECNaBjZxQiDt6XNmW1u3ogG3cEb0Eg8',
    'OBGvOWisiugKDDhrADEO4nA2HmeR+mgEI84m4GwCiBJIOJuIs4kgmsCEs0k4m6ROCKKuxesQ+3qXmaCmWjpQgU4BUzyYOgBE0L+6S/71WQuzY4of',
    'Le29PMW/YVDKsNbN+EJdDjCUpsM0TxEj8quHxOtBgR6TtsqPLIUfIuVHYkt+aPgghu5/nxD998WYfPj5wfwCAtVDi4eMLCsivq/xRWyVCM2PfhKn',
    'QbcJfhSXDB8Kvlx/QXMtTeVAhyGDhFnTno2p99dIUNNFxfZ2R2135at2em4S5J5C8wN1obawyKO5N7Rc5NLmLFwrljM6/2ei+hTqjxA0vfLTCRyd',
    '4yidOW16/md+xomBxi3kZATiNdQraZ8+2Xand6A6AKpkj70aib7d6ZSxrLDUIztqtNakmXsu84uPqVbyy4XAehPlq2oTUz4KpEYCt1wju2WnjY46',
    'yKBvhN3DrFkerhlWOlLQuB+5x6rjgMlsrfvFdS8uk90Gzj9lhcDZmlnpdbLD4dLk22nuEzVyZeTuT+BS9vz87wLzKdx7KpACLfIszq8oamhmsito',
    '6DFxdMh2p0c11TX03DJDtlu2rFX7M59nmFO2uvvUDUDTs4Fjq8iJgRiE7fjxtS6n3LoWBM79cHxh4ae0KJmmk4B7cUiAZYdHnlGHxCe75pfSfHTz',
    'uy6Sac89hl+l5iXrurcOOuiggw466KCDDjrooMPZBCWex6h6ZVJSw+NXMj/JZeHxsoAz0EPAcpo2iZz/gYvbkiL4MYCzM329zi4fW+9XVPw5aYLi',
    'Gwnt37uLdt3EPXFxm5arlvyQAt7v6fsR54aIl/t18COY7xfCysdfQsR5xRo/ovQ70zePv6MEj/vi5eXRmPA7K/NwPJgpP+pGh8ffxObPQREZrUhD',
    'Qni0Zpo+Njg83kHGvatiU65azsOWALlK7RZp/PHytTfE95fGmOBHyzjTSnJ9iaj0aKqmrR7gd/5qfffKvNUyztBJ683Qmnjob0Pws+AcyUe9+v0P',
    '+/o9XqvbG8VztPOTR3bbZU/LL9k8ZGhm8dD8SU/0c1ULOafFD2XfhRBy38VjE4KvLjr8NoB9D7Vw80RBbiBewGckt3VGnyq7M1y7xWNLxtDQXI0i',
    'x6RvHx0qpgEQKH5xgWlWlL2I04RNCHRUClDQiZUsyX21d3FZSSGeByDoPOBvaQyyMSxqO5MphRdBYNp1+eyM4rKyIrULAurs9+Qj3UkAI546u/74',
    '8bWnbTewuSJM/Ezir0NPjpIfgjI/h+bH4BDzZlvnRxzpz8So+aGIcHqcIiP26uieo12vnNapsnawhYJgtptrilLXKcK90cVDVdmVaKLOkajXRJlF',
    '0teup3LQJyifzVHrSZsUvcCgWObWKN+ndr+KzE1q4XgVKpZuqL8Hoo1eGVtBQxi/Q2Iwv0Pr9Uml/c5UXwz9vLmJgRZfbIxP5j9jMW3zBobHtwiB',
    'Kx0bt1lcNAWL8pzYI3x7LE4J0iO8c+YXiw+Px/bDLr66bfhHqOhr/CPB9zOFliteo43VdTCLjvJAQeFHS8s47f8Xv8513K0xLD9a+otayw9lP6Fo',
    'EAWl/mCBMjdL/t1cqEzlk2jQDmHRP41XniN+RLcvuRMErpSh5WB+YrDVqaPGbym/A1Ni189RoqzfdD9lRUW92+V1VVREu45L0e47XZgYfJWfeFbW',
    'pXq2nvQMj/8W8yJcEaHflIGWYeHxJIrXFMFtw2bh5gjuC3ZuQ+OAtjXvMD33dwBB89rzAIKOO4PSUBKyK4l1aGDjViI7gD11DTU1DlkdxwItr5Zr',
    'HFavrEqVgbaLcL02ZIT378cMZ3W+yilUihKo6Si2zob2+4sEZGnx/qLhEe57kI4CHo/3K30QAo+3YntStfQaXlfm8l6Kdy34Ox8Mnqd4Izk8nj5j',
    'UvD2ePrGUrwRHB5P39KkwP62D0Hf4RB4PH057YLj8fTdTPFKODyevi3cdnkeT9/UqIMOOuiggw46nK69OpGd6yW2Vm9W9tey7zZwO643gOOWGtXq',
    'ikd1TcDrw6KvVCmqDlRjzo79rujRLc+7C6X/meh+KbbPnnfrm7n6Jq7+Uq6+F+dvHMjVz+Pqi7j6Y1z9OG4/1zFB1w910EEHHXTQ4ZcCO3fTQvMt',
    'vh9y+Myd2hzBzczO54w2/p5/bkrM6aGnec5k1P5+G9WEYuOcSfadQNWPLw+PT49fgGfzw+Mxv2JOWni8nBDfw/M4/bIkBN4YDo+dl9nc6dzwkx0G',
    '0kAvquy1FeiSueOhxuGyevsOBNnZQEJrcT27JnmXyyFbnWBzTa13yD7wyj4Sblpj98lY5/d43XZnLQC6pQofLOKwe7we2g67xmB1u603o4zb6qzF',
    'sae1bhc5skQ9J4QiuuVau8vpgam0fdyOW7a53NTAcNVbpzXI+HkOB87fIrvJAQ9OeTo516TKrjwSxwzhW8hXNJxabVNwAbPDPK4a0g92WkqV2zVF',
    'dqK800ViBln/bXa3zYFy2fSCvd46QV8DziQMHTeyGOLz8j+R4A4BH599+Q/7TTAK8Betm67JS4b7SekrE1alQ18BfwdYsuWrS+DvIo48WXDXAz1A',
    'Rpfnw9Yey3vDBsAfinfdu6M3rBfxZf8Xu2fDxSJuoWTtI31JtFRn6DqpYz94gxiVfx3xSH+4nDyt/GLTQHiVtHvbiRGlMIs0ljxs3Fi4XsS4JYUX',
    'TiLn46RCwcoqG/wBlXaD/DloWLgEjOAd+1ktPCngxWm0u2wqdCZnN62o+Nc0KCI05D/x9Fw4LOB2r3hk1WI4Rogcfmj9g5BPbuu1Yc3foIJcdu82',
    '6hFYRChzy54n4RJ0mQbDLrxwExwg61/7WdIW6EZwH76xbAukkstR573yEqwguC/2rNsKAwnpw7tn7SKuihT4atrIXbBLwHxYt/3x3bCZdKjLM/32',
    'whHS41e2Zn4B0wl3nvvoli/gfRE39o+Cpc1QSlp4stPT35G4qlRoGrfw2l+6LiaE/c7pP68OguZDr5OBcRUsskQbV4HLJKpJxBnYpyVl/WwZb3B2',
    '/DOR+CFw/RfOOD+SzzE/jGdEb0pg/jtQzry25Abqmwza8f47NU6J17POLj+k0/hdgKD8EJgemULxJcV3Se9v+d7bpj4pql+G2aGAzWLgeywQ2Pg6',
    'iXCZrvFbj1cOFaekHutF2dqe5A2a898kRHscOF3eOqwYhopvY3GUxSWFmvMaUdGkn0c8JEhCHFbQjFQ9Q8Kt6Jks+hRZnkQRTVeFX9FvWTQpqseK',
    'IQsaFaSCOHz+WZr/GLRsa5XH5WjwyrjSUGN1m4MfPZbtI3fjs8/a+Y9Aw6WQMN3u9jZYHVIle2gSLanA7VlZqYQold1OqyOrSp3LsTpttXnzbL91',
    'PS/w/WND7oI976P3qdgL7Nc8EBOZYcJ+uEOARNWWYYfp0TJid7Af5BDA5LchmDWJ5AMbCsxoRC+E2jnMPEQSaFRMAkk1CXCZYgUkMHOAvklkGDWr',
    'e3fiMJXs2AJk3hNLiR1PgG5gFpd6wGE8sYX8Do94Isr+4/7jSX/YAQJosCEbhm3HRbXEUmLbblGeWD5sey3OY8uIbaNF5GHLie2WRYxWDDcWjocK',
    'FAuLxd2hAsV0YgF2qEViU7FAOoSg2HQsYg4x3G/UsfA41G9q2XEB6f8DD4dVS/BpAAA=',
  ],
  'home/near.h5': [
    'H4sIAAAAAAACA+v0cHHj5ZLiYgABDg4GFgYBBmTwHwpEOFD5MPkEKM0IpTug9AommDgjWE4CKi4INR9dXUiQqytI9X80ALPHgAVCczCMgpEIPFwd',
    'A0B0BJSvAaVPMKGqq4DSiUnF+TmlJakwcf0K1HRqQKS9jAysED2MMD4kJTMyQgRYoepgNDMwfYNkBIAJFZJkFaDyHGBxJiYmRkg6hpjDzAhL0iJo',
    'Nk8YlPEQ7OfvwsjABC8lYPkUFg0KaOph+VWBeTQNj4JRMBgBuFwCl12QMgsA7w+NqhQIAAA=',
  ],
  'elsewhere/far.h5': [
    'H4sIAAAAAAACA+v0cHHj5ZLiYgABDg4GFgYBBmTwHwpEOFD5MPkEKM0IpTug9AommDgjWE4CKi4INR9dXUiQqytI9X80ALPHgAVCczCMgpEIPFwd',
    'A0B0BJQPS6UnmFDVVaClRw8K7WVkYIWYxQjjQ1IyIyNEgBWqDkYzA10GkhEAJlRIklWAynOAxZmYmBgh6RhiDjMjLEmLoNk8YVDGQ7CfvwsoR8Py',
    'oQLzaNocBaNgKANwuQQuuyBlFgDgRFuQFAgAAA==',
  ],
};
