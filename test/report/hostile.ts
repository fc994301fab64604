/** Texts a subscriber, a billing or an ERP may hold that must stay texts wherever they are shown. */
export const HOSTILE = [
  `<script>document.title='owned'</script>`,
  `"><img src=x onerror="document.title='owned'">`,
  `' onload='document.title="owned"' x='`,
  `</title></style></svg><iframe src="https://example.com/"></iframe>`,
  `<!-- `,
  `]]><a href="javascript:document.title=1">x</a>`,
  `&lt;b&gt; &amp; &#x3c;i&#x3e;`,
  `<style>*{display:none}</style>`,
  `<base href="https://example.com/"><link rel=stylesheet href=//example.com/x.css>`,
  `\${document.title='owned'}`,
]
