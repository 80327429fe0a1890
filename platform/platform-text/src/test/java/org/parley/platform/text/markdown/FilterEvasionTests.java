package org.parley.platform.text.markdown;

import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.platform.text.image.ImageHosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.parley.platform.text.markdown.Inert.assertInert;

/**
 * Every technique of the OWASP list in all places where Markdown allows it.
 *
 * @see <a href=
 * "https://cheatsheetseries.owasp.org/cheatsheets/XSS_Filter_Evasion_Cheat_Sheet.html">OWASP:
 * XSS Filter Evasion</a>
 */
class FilterEvasionTests {

	private final ImageHosts images = new ImageHosts(Set.of("images.example"));

	private final Markdown markdown = new Markdown(new ImageHosts(Set.of("images.example")));

	@ParameterizedTest(name = "{0}")
	@MethodSource("markup")
	void markupInSourceIsEscaped(String technique, String attack) {
		places(attack).forEach((text) -> {
			var html = this.markdown.render(text).html();
			assertInert(html);
			assertThat(html).doesNotContain("<img");
		});
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("addresses")
	void executableAddressesAreRemoved(String technique, String address) {
		targets(address).flatMap(FilterEvasionTests::places).forEach((text) -> {
			var html = this.markdown.render(text).html();
			assertInert(html);
			assertThat(html).doesNotContain("href=", "src=");
		});
	}

	/** The sanitizer is safe even without the renderer's escaping. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("markup")
	void sanitizerAloneRemovesExecutableMarkup(String technique, String attack) {
		var html = new SafeHtml(this.images).sanitize(attack);
		assertInert(html);
		assertInert(new SafeHtml(this.images).sanitize(html));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("addresses")
	void sanitizerAloneRemovesExecutableAddresses(String technique, String address) {
		var quoted = address.replace("\"", "&quot;");
		var html = new SafeHtml(this.images)
			.sanitize("<a href=\"" + quoted + "\">x</a><img src=\"" + quoted + "\"><a href=" + address + ">y</a>");
		assertInert(html);
		assertThat(html).doesNotContain("href=", "src=");
	}

	private static Stream<String> places(String text) {
		return Stream.of(text, "> - " + text, "# " + text, "*" + text + "*", "| a |\n|---|\n| " + text + " |",
				"```" + text + "\nx\n```", "[" + text + "]", "1. a\n\n   " + text, "a\n" + text + "\n---");
	}

	private static Stream<String> targets(String address) {
		return Stream.of("[x](" + address + ")", "[x](<" + address + ">)", "[x](" + address + " \"t\")",
				"![x](" + address + ")", "![x](<" + address + ">)", "<" + address + ">",
				"[x][y]\n\n[y]: " + address + "\n", "![x][y]\n\n[y]: <" + address + ">\n", address);
	}

	static Stream<Arguments> markup() {
		return Stream.of(arguments("plain script", "<script>run()</script>"),
				arguments("script of another site", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>"),
				arguments("mixed case", "<sCrIpT>run()</ScRiPt>"),
				arguments("locator for many contexts",
						"';run(String.fromCharCode(1))//\\';run()//\";run()//--></SCRIPT>\">'><SCRIPT>run()</SCRIPT>"),
				arguments("shorter locator", "'';!--\"<X>=&{()}"),
				arguments("image with script", "<IMG SRC=\"javascript:run();\">"),
				arguments("no quotes, no semicolon", "<IMG SRC=javascript:run()>"),
				arguments("grave accents", "<IMG SRC=`javascript:run(\"x\")`>"),
				arguments("malformed anchor", "<a onmouseover=\"run()\">x</a>"),
				arguments("malformed anchor without quotes", "<a onmouseover=run()>x</a>"),
				arguments("malformed image", "<IMG \"\"\"><SCRIPT>run()</SCRIPT>\"\\>"),
				arguments("default source is a filter's hash", "<IMG SRC=# onmouseover=\"run()\">"),
				arguments("default source left empty", "<IMG SRC= onmouseover=\"run()\">"),
				arguments("default source left out", "<IMG onmouseover=\"run()\">"),
				arguments("on error", "<IMG SRC=/ onerror=\"run()\"></img>"),
				arguments("on error, encoded", "<img src=x onerror=\"&#0000114&#0000117&#0000110()\">"),
				arguments("embedded tab in a tag", "<IMG\tSRC=\"jav\tascript:run();\">"),
				arguments("embedded newline in a tag", "<IMG\nSRC\n=\n\"\njavascript:run()\n\"\n>"),
				arguments("null in a tag's name", "<SCR\u0000IPT>run()</SCR\u0000IPT>"),
				arguments("non-letter after the name", "<SCRIPT/XSS SRC=\"//evil.example/x.js\"></SCRIPT>"),
				arguments("non-letters before an attribute", "<BODY onload!#$%&()*~+-_.,:;?@[/|\\]^`=run()>"),
				arguments("slash for a space", "<SCRIPT/SRC=\"//evil.example/x.js\"></SCRIPT>"),
				arguments("extraneous open brackets", "<<SCRIPT>run();//\\<</SCRIPT>"),
				arguments("no closing script", "<SCRIPT SRC=//evil.example/x.js?< B >"),
				arguments("protocol left to the page", "<SCRIPT SRC=//evil.example/.j>"),
				arguments("half open image", "<IMG SRC=\"`<javascript:run()\"`"),
				arguments("double open angle brackets", "<iframe src=//evil.example/x.html <"),
				arguments("escaped quote in a script", "</script><script>run();</script>"),
				arguments("end of the title", "</TITLE><SCRIPT>run();</SCRIPT>"),
				arguments("input image", "<INPUT TYPE=\"IMAGE\" SRC=\"javascript:run();\">"),
				arguments("body image", "<BODY BACKGROUND=\"javascript:run()\">"),
				arguments("dynamic source", "<IMG DYNSRC=\"javascript:run()\">"),
				arguments("low source", "<IMG LOWSRC=\"javascript:run()\">"),
				arguments("list image",
						"<STYLE>li {list-style-image: url(\"javascript:run()\");}</STYLE><UL><LI>x</br>"),
				arguments("vbscript in an image", "<IMG SRC='vbscript:msgbox(\"x\")'>"),
				arguments("livescript", "<IMG SRC=\"livescript:run()\">"), arguments("svg", "<svg/onload=run()>"),
				arguments("svg in svg", "<svg><svg onload=run()><script href=data:,run() />"),
				arguments("svg use", "<svg><use href=\"data:image/svg+xml,&lt;svg id='x'&gt;#x\"/></svg>"),
				arguments("svg animate", "<svg><a><animate attributeName=href values=javascript:run() /><text>x"),
				arguments("ECMAScript 6", "Set.constructor`run\\x28\\x29```"), arguments("body", "<BODY ONLOAD=run()>"),
				arguments("sound", "<BGSOUND SRC=\"javascript:run();\">"),
				arguments("ampersand includes", "<BR SIZE=\"&{run()}\">"),
				arguments("style sheet", "<LINK REL=\"stylesheet\" HREF=\"javascript:run();\">"),
				arguments("style sheet of another site", "<LINK REL=\"stylesheet\" HREF=\"//evil.example/x.css\">"),
				arguments("imported style", "<STYLE>@import'//evil.example/x.css';</STYLE>"),
				arguments("style by header",
						"<META HTTP-EQUIV=\"Link\" Content=\"<//evil.example/x.css>; REL=stylesheet\">"),
				arguments("binding", "<STYLE>BODY{-moz-binding:url(\"//evil.example/x.xml#x\")}</STYLE>"),
				arguments("style broken up", "<STYLE>@im\\port'\\ja\\vasc\\ript:run()';</STYLE>"),
				arguments("style with comment", "<IMG STYLE=\"xss:expr/*x*/ession(run())\">"),
				arguments("style with expression",
						"exp/*<A STYLE='no\\xss:noxss(\"*//*\");xss:ex/*x*//*/*/pression(run())'>"),
				arguments("style type", "<STYLE TYPE=\"text/javascript\">run();</STYLE>"),
				arguments("style with background",
						"<STYLE>.X{background-image:url(\"javascript:run()\");}</STYLE><A CLASS=X></A>"),
				arguments("style of the body",
						"<STYLE type=\"text/css\">BODY{background:url(\"javascript:run()\")}</STYLE>"),
				arguments("anonymous element with style", "<X STYLE=\"behavior: url(x.htc);\">"),
				arguments("local behaviour", "<X STYLE=\"xss:expression(run())\">"),
				arguments("encoded letters", "¼script¾run(¢x¢)¼/script¾"),
				arguments("refresh", "<META HTTP-EQUIV=\"refresh\" CONTENT=\"0;url=javascript:run();\">"),
				arguments("refresh with data",
						"<META HTTP-EQUIV=\"refresh\" CONTENT=\"0;url=data:text/html base64,PHM+\">"),
				arguments("refresh with two addresses",
						"<META HTTP-EQUIV=\"refresh\" CONTENT=\"0; URL=//;URL=javascript:run();\">"),
				arguments("frame", "<IFRAME SRC=\"javascript:run();\"></IFRAME>"),
				arguments("frame with an event", "<IFRAME SRC=# onmouseover=\"run()\"></IFRAME>"),
				arguments("frame with a document", "<iframe srcdoc=\"&lt;script>run()&lt;/script>\"></iframe>"),
				arguments("frame set", "<FRAMESET><FRAME SRC=\"javascript:run();\"></FRAMESET>"),
				arguments("table", "<TABLE BACKGROUND=\"javascript:run()\">"),
				arguments("cell", "<TABLE><TD BACKGROUND=\"javascript:run()\">"),
				arguments("division", "<DIV STYLE=\"background-image: url(javascript:run())\">"),
				arguments("division, escaped",
						"<DIV STYLE=\"background-image:\\0075\\0072\\006C\\0028'\\006a\\0061'\\0029\">"),
				arguments("division, extra characters",
						"<DIV STYLE=\"background-image: url(\u0001javascript:run())\">"),
				arguments("division with expression", "<DIV STYLE=\"width: expression(run());\">"),
				arguments("downlevel block", "<!--[if gte IE 4]><SCRIPT>run();</SCRIPT><![endif]-->"),
				arguments("base", "<BASE HREF=\"javascript:run();//\">"),
				arguments("object", "<OBJECT TYPE=\"text/x-scriptlet\" DATA=\"//evil.example/x.html\"></OBJECT>"),
				arguments("embedded svg",
						"<EMBED SRC=\"data:image/svg+xml;base64,PHN2Zz4=\" AllowScriptAccess=\"always\"></EMBED>"),
				arguments("embedded movie",
						"<EMBED SRC=\"//evil.example/x.swf\" AllowScriptAccess=\"always\"></EMBED>"),
				arguments("script hidden in parts", "<SCRIPT>a=\"get\";b=\"URL(\\\"\";eval(a+b)</SCRIPT>"),
				arguments("namespace",
						"<HTML xmlns:xss><?import namespace=\"xss\" implementation=\"//evil.example/x.htc\"><xss:xss>x</xss:xss>"),
				arguments("data island",
						"<XML ID=\"x\"><I><B>&lt;IMG SRC=\"javas<!-- -->cript:run()\"&gt;</B></I></XML><SPAN DATASRC=\"#x\" DATAFLD=\"B\" DATAFORMATAS=\"HTML\"></SPAN>"),
				arguments("time in another namespace",
						"<HTML><BODY><?xml:namespace prefix=\"t\" ns=\"urn:schemas-microsoft-com:time\"><t:set attributeName=\"innerHTML\" to=\"x<SCRIPT DEFER>run()</SCRIPT>\">"),
				arguments("script named as a picture", "<SCRIPT SRC=\"//evil.example/x.jpg\"></SCRIPT>"),
				arguments("server-side include",
						"<!--#exec cmd=\"/bin/echo '<SCR'\"--><!--#exec cmd=\"/bin/echo 'IPT>'\"-->"),
				arguments("server-side page", "<? echo('<SCR)'; echo('IPT>run()</SCRIPT>'); ?>"),
				arguments("cookie",
						"<META HTTP-EQUIV=\"Set-Cookie\" Content=\"x=&lt;SCRIPT&gt;run()&lt;/SCRIPT&gt;\">"),
				arguments("other encoding",
						"<META HTTP-EQUIV=\"CONTENT-TYPE\" CONTENT=\"text/html; charset=UTF-7\"> +ADw-SCRIPT+AD4-run();+ADw-/SCRIPT+AD4-"),
				arguments("quotes around an angle", "<SCRIPT a=\">\" SRC=\"//evil.example/x.js\"></SCRIPT>"),
				arguments("quotes without a name", "<SCRIPT =\">\" SRC=\"//evil.example/x.js\"></SCRIPT>"),
				arguments("quotes in quotes", "<SCRIPT a=\">\" '' SRC=\"//evil.example/x.js\"></SCRIPT>"),
				arguments("quotes mixed", "<SCRIPT \"a='>'\" SRC=\"//evil.example/x.js\"></SCRIPT>"),
				arguments("grave accents around an angle", "<SCRIPT a=`>` SRC=\"//evil.example/x.js\"></SCRIPT>"),
				arguments("quotes that end early", "<SCRIPT a=\">'>\" SRC=\"//evil.example/x.js\"></SCRIPT>"),
				arguments("script written in two parts",
						"<SCRIPT>document.write(\"<SCRI\");</SCRIPT>PT SRC=\"//evil.example/x.js\"></SCRIPT>"),
				arguments("mutation by namespaces",
						"<math><mi><mglyph></mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=run()&gt;\">"),
				arguments("mutation by forms",
						"<form><math><mtext></form><form><mglyph><style></math><img src onerror=run()>"),
				arguments("mutation by noscript", "<noscript><style></noscript><img src=x onerror=run()>"),
				arguments("mutation by a list in a table",
						"<table><li><select><style></select><img src onerror=run()>"),
				arguments("comment that ends early", "<!--> <img src=x onerror=run()> -->"),
				arguments("comment that ends with a bang", "<!-- --!> <img src=x onerror=run()> -->"),
				arguments("section of another language", "<svg><![CDATA[</svg><img src=x onerror=run()>]]>"),
				arguments("unknown element", "<xss onclick=run() tabindex=1 autofocus onfocus=run()>x</xss>"),
				arguments("popover", "<button popovertarget=x>x</button><xss popover id=x ontoggle=run()>y</xss>"),
				arguments("media", "<video><source onerror=run()></video><audio src onloadstart=run()>"),
				arguments("marquee", "<marquee onstart=run()>x</marquee>"),
				arguments("template", "<template shadowrootmode=open><script>run()</script></template>"),
				arguments("form",
						"<form action=javascript:run()><input type=submit formaction=javascript:run()></form>"),
				arguments("long padding", "<" + "A".repeat(2_000) + " onclick=run()>x"),
				arguments("fullwidth brackets", "＜script＞run()＜/script＞"),
				arguments("direction of writing", "\u202e<script>\u202crun()</script>"));
	}

	static Stream<Arguments> addresses() {
		return Stream.of(arguments("plain", "javascript:run()"), arguments("mixed case", "JaVaScRiPt:run()"),
				arguments("entities by name", "javascript&colon;run&lpar;&rpar;"),
				arguments("quotes as entities", "javascript:run(&quot;x&quot;)"),
				arguments("decimal entities", "&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;run()"),
				arguments("decimal entities, padded",
						"&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114&#0000105&#0000112&#0000116&#0000058run()"),
				arguments("hexadecimal entities",
						"&#x6A;&#x61;&#x76;&#x61;&#x73;&#x63;&#x72;&#x69;&#x70;&#x74;&#x3A;run()"),
				arguments("hexadecimal entities without semicolons",
						"&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3Arun()"),
				arguments("embedded tab", "jav\tascript:run()"), arguments("encoded tab", "jav&#x09;ascript:run()"),
				arguments("embedded newline", "jav\nascript:run()"),
				arguments("encoded newline", "jav&#x0A;ascript:run()"),
				arguments("encoded return", "jav&#x0D;ascript:run()"),
				arguments("named tab and newline", "java&Tab;script&NewLine;:run()"),
				arguments("embedded null", "java\u0000script:run()"), arguments("encoded null", "java&#0;script:run()"),
				arguments("control characters before", "\u0001\u0002\u001fjavascript:run()"),
				arguments("encoded controls before", "&#14;&#1; javascript:run()"),
				arguments("space of another width before", "\u3000javascript:run()"),
				arguments("byte order mark before", "\ufeffjavascript:run()"),
				arguments("soft hyphen within", "java\u00adscript:run()"),
				arguments("zero width within", "java\u200bscript:run()"),
				arguments("letter that folds to another", "java\u017fcript:run()"),
				arguments("colon that folds to another", "javascript\uff1arun()"),
				arguments("percent", "%6Aavascript:run()"), arguments("percent for the colon", "javascript%3Arun()"),
				arguments("backslashes", "java\\script:run()"), arguments("escaped colon", "javascript\\:run()"),
				arguments("comment with an authority", "javascript://x/%0Arun()"),
				arguments("vbscript", "vbscript:run()"), arguments("livescript", "livescript:run()"),
				arguments("mocha", "mocha:run()"), arguments("data", "data:text/html,x"),
				arguments("data in another case", "DATA:text/html;base64,PHNjcmlwdD4="),
				arguments("data with a picture's type", "data:image/svg+xml;base64,PHN2Zz4="),
				arguments("view of a source", "view-source:javascript:run()"),
				arguments("feed of a script", "feed:javascript:run()"), arguments("archive", "jar:javascript:run()"),
				arguments("blob", "blob:x"), arguments("file system", "filesystem:x"), arguments("file", "file:///x"),
				arguments("protocol of the page", "//evil.example/x"), arguments("three slashes", "///evil.example/x"),
				arguments("backslashes for slashes", "\\\\evil.example\\x"),
				arguments("slash, backslash", "/\\evil.example"), arguments("no scheme", ":run()"),
				arguments("empty", ""), arguments("fragment", "#x"), arguments("intent", "intent:x#Intent;end"));
	}

}
