package org.parley.platform.text.markdown;

import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.text.image.ImageHosts;
import org.parley.platform.text.markdown.inline.Hashtag;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.text.markdown.Inert.assertInert;

/** The syntax beyond CommonMark, in several scripts. */
class FormattingTests {

	private static final String REL = " rel=\"nofollow ugc noopener\"";

	private final Markdown markdown = Markdown.withHashtags(new ImageHosts(Set.of("images.example")));

	@ParameterizedTest
	@CsvSource(delimiterString = " ⇒ ", quoteCharacter = '\u0001', textBlock = """
			你好@name请看 ⇒ name
			_@name_ ⇒ name
			**@name** ~~@other~~ ⇒ name,other
			Thanks, @name. ⇒ name
			(@name's) ⇒ name
			"@name": look ⇒ name
			@Alice, @bob_2 and (@alice)! **@carol-x** ⇒ alice,bob_2,carol-x
			# @name ⇒ name
			- [ ] @name ⇒ name
			| @name || |---| ⇒ name
			||@name|| ⇒ name
			नमस्ते@name ⇒ name
			Привет,@name! ⇒ name
			שלום @name ⇒ name
			お願い＠nameさん ⇒ name
			🎉@name🎉 ⇒ name
			&#64;name ⇒ name
			@name/@other ⇒ name,other
			@name、@other和@third ⇒ name,other,third
			ขอบคุณ@name ครับ ⇒ name
			@name님, ל@other ⇒ name,other
			«@name» and @other… ⇒ name,other
			@name- yes, @other--no -- @third-- ⇒ name,other--no,third
			@name_ @_other ⇒ name_,_other
			@name.Thanks, @other...and @third. ⇒ name,other,third
			<@name> {@other} [@third] ⇒ name,other,third
			@aaaaaaaaaabbbbbbbbbbcccccccccc- ⇒ aaaaaaaaaabbbbbbbbbbcccccccccc
			<details><summary>@name</summary>a</details> ⇒ name
			""")
	void peopleAreMentioned(String text, String names) {
		assertThat(this.markdown.mentions(text.replace("|| |", "||\n|"))).containsExactly(names.split(",", -1));
		assertThat(render(text)).contains("<a href=\"/people/" + names.split(",", -1)[0] + "\" class=\"mention\">");
	}

	@ParameterizedTest
	@ValueSource(strings = { "~~~\n@name\n~~~", "```\n@name", "    @name", "`a\n@name b`", "`` ` @name ``",
			"https://e.org/?by=@name&x=1", "https://medium.com/@name", "<https://e.org/@name>", "a@name.org",
			"josé@name.org", "用户@name.org", "почта@name.рф", "a.b+c@name.org", "[@name](https://e.org)",
			"![@name](https://e.org/a.png)", "[x](/people/@name)", "\\@name", "@al", "@name@server.example",
			"npm i @types/node", "é@name", "e\u0301@name", "@namé", "@@name", "@aaaaaaaaaabbbbbbbbbbccccccccccd",
			"@aaaaaaaaaabbbbbbbbbbcccccccccc-d", "@na-", "@---", "@имя", "medium.com/@name",
			"https://e.org/@name/@other", "e.org/@name/@other", "$x@name$", "@ｎａｍｅ", "mailto:a@name.org",
			"<code>@name</code>", "<samp>a **@name**</samp>", "<var>＠name</var>", "<kbd>@name</kbd>",
			"<kbd>a *＠name*</kbd>", "<b><code>x <i>@name</i></code></b>", "npm i @scope/pkg@1.2.3", "@scope/pkg@10",
			"@name.bsky.social", "(@name.example.co.uk)" })
	void otherTextMentionsNobody(String text) {
		assertThat(this.markdown.mentions(text)).isEmpty();
		assertThat(render(text)).doesNotContain("class=\"mention\"");
	}

	@Test
	void quotedMentionIsLinkButMentionsNobodyAgain() {
		var text = "> @alice said so\n\nask @bob";
		assertThat(this.markdown.mentions(text)).containsExactly("bob");
		assertThat(render(text)).contains("/people/alice", "/people/bob");
	}

	@Test
	void crowdIsNotMentioned() {
		var crowd = new StringBuilder();
		for (var i = 0; i < 21; i++) {
			crowd.append("@person").append(i).append(' ');
		}
		assertThat(this.markdown.mentions(crowd.toString())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " ⇒ ", textBlock = """
			#tea is #Good ⇒ tea,good
			#日本語。 ⇒ 日本語
			#Größe, #हिन्दी! ⇒ grösse,हिन्दी
			_#tea_ (#a_b) ⇒ tea,a_b
			你好#标签 ⇒ 标签
			＃tag ⇒ tag
			#STRASSE and #straße ⇒ strasse
			#İstanbul #ISTANBUL #ıstanbul ⇒ istanbul
			#ΣΊΣΥΦΟΣ #σίσυφος ⇒ σίσυφοσ
			#می‌خواهم #میخواهم ⇒ میخواهم
			#ジョン・レノン・ ⇒ ジョン・レノン
			#col·legi · #צה״ל ⇒ col·legi,צה״ל
			#tea-time, #rock'n'roll ⇒ tea,rock
			""")
	void hashtagsAreFound(String text, String tags) {
		assertThat(this.markdown.hashtags(text)).containsExactly(tags.split(",", -1));
		var linked = Pattern.compile("<a href=\"/explore\\?tag=([^\"]+)\" class=\"hashtag\">[#＃]\\1</a>")
			.matcher(HtmlUtils.htmlUnescape(render(text)))
			.results()
			.map((link) -> Hashtag.normalize(link.group(1)))
			.distinct();
		assertThat(linked).containsExactly(tags.split(",", -1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "#1", "C#", "a#b", "`#tea`", "~~~\n#tea\n~~~", "https://e.org/#tea", "\\#tea", "# tea",
			"[#tea](https://e.org)", "##tea", "&#35", "<code>#tea</code>", "<samp>x #tea</samp>" })
	void otherTextHasNoHashtag(String text) {
		assertThat(this.markdown.hashtags(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " ⇒ ", quoteCharacter = '\u0001', textBlock = """
			[Update]: fixed ⇒ [Update]: fixed
			[Solved]: thanks! ⇒ [Solved]: thanks!
			[10:32]: ok¶[10:33]: 👍 ⇒ [10:32]: ok [10:33]: 👍
			[Alice]: hi¶[alice]: "bye" ⇒ [Alice]: hi [alice]: "bye"
			> [Update]:¶> fixed¶¶more ⇒ [Update]: fixed more
			1. [Update]: fixed ⇒ [Update]: fixed
			[更新]: **完成。**了 ⇒ [更新]: 完成。了
			`x`¶¶~~~¶[a]: b¶~~~ ⇒ x [a]: b
			[a]: b¶¶see [a] ⇒ see a
			[a]: b¶¶see [words][A] ⇒ see words
			see [x][b]¶¶[a]: hi¶[b]: https://e.org ⇒ see x
			see [x][b]¶¶[c]: hi¶[a]: ho¶[b]: https://e.org ⇒ see x
			[b]: https://e.org¶[a]: hi¶¶see [x][b] ⇒ [a]: hi see x
			[a]: hi¶¶[b]: https://e.org¶¶see [x][b] ⇒ [a]: hi see x
			[a]: e.org¶¶more ⇒ more
			[a]: /threads/1¶¶more ⇒ more
			[a]: mailto:a@e.org¶¶more ⇒ more
			[//]: # (a comment)¶¶more ⇒ more
			[comment]: <> (a comment)¶¶more ⇒ more
			[^1]: note¶¶more[^1] ⇒ note more
			""")
	void definitionThatLeadsNowhereIsText(String text, String words) {
		var lines = text.replace('¶', '\n');
		assertThat(this.markdown.plainText(lines)).isEqualTo(words);
		assertThat(render(lines)).doesNotContain("\uFDD0");
	}

	@Test
	void hashtagsAreWordsWhereTheyAreNotWanted() {
		assertThat(new Markdown(new ImageHosts(Set.of())).render("#tea").html()).isEqualTo("<p>#tea</p>\n");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " ⇒ ", quoteCharacter = '\u0001', textBlock = """
			**这是重点。**这是正文 ⇒ <strong>这是重点。</strong>这是正文
			这是**"重点"**正文 ⇒ 这是<strong>"重点"</strong>正文
			**重点(注)**正文 ⇒ <strong>重点(注)</strong>正文
			**注：**text ⇒ <strong>注：</strong>text
			これは**「強調」**です ⇒ これは<strong>「強調」</strong>です
			한국어**(강조)**는 ⇒ 한국어<strong>(강조)</strong>는
			*“强调”*的 ⇒ <em>“强调”</em>的
			***粗斜。***后 ⇒ <em><strong>粗斜。</strong></em>后
			~~删除。~~后 ⇒ <del>删除。</del>后
			||剧透。||后 ⇒ <span class="spoiler" tabindex="0"><span>剧透。</span></span>后
			ข้อความ**(สำคัญ)**มาก ⇒ ข้อความ<strong>(สำคัญ)</strong>มาก
			ຂໍ້**"ສຳຄັນ"**ຫຼາຍ ⇒ ຂໍ້<strong>"ສຳຄັນ"</strong>ຫຼາຍ
			သည်**(အရေးကြီး)**သည် ⇒ သည်<strong>(အရေးကြီး)</strong>သည်
			អត្ថបទ**"សំខាន់"**ណាស់ ⇒ អត្ថបទ<strong>"សំខាន់"</strong>ណាស់
			中文**`code`**中文 ⇒ 中文<strong><code>code</code></strong>中文
			2 * 3 * 4 中文 ⇒ 2 * 3 * 4 中文
			中文 ** 空 ** 格 ⇒ 中文 ** 空 ** 格
			**a.**b ⇒ **a.**b
			**هذا مهم.**وهذا نص ⇒ <strong>هذا مهم.</strong>وهذا نص
			جريدة ال**"شرق"** ⇒ جريدة ال<strong>"شرق"</strong>
			ב**"הארץ"** נכתב ⇒ ב<strong>"הארץ"</strong> נכתב
			**(שלום)**ים ⇒ <strong>(שלום)</strong>ים
			~~מחוק.~~המשך ⇒ <del>מחוק.</del>המשך
			**यह ज़रूरी है।**यह पाठ ⇒ <strong>यह ज़रूरी है।</strong>यह पाठ
			**এটা জরুরি।**লেখা ⇒ <strong>এটা জরুরি।</strong>লেখা
			**අවශ්‍යයි.**පෙළ ⇒ <strong>අවශ්‍යයි.</strong>පෙළ
			**አስፈላጊ።**ጽሑፍ ⇒ <strong>አስፈላጊ።</strong>ጽሑፍ
			*אחת*, *שתיים* ⇒ <em>אחת</em>, <em>שתיים</em>
			قال: **"نعم"**، ثم **"لا"**. ⇒ قال: <strong>"نعم"</strong>، ثم <strong>"لا"</strong>.
			2 * 3 עברית * 4 ⇒ 2 * 3 עברית * 4
			**Wichtig:**Text ⇒ **Wichtig:**Text
			价格10~20元，30~40元 ⇒ 价格10~20元，30~40元
			`**中。**文` ⇒ <code>**中。**文</code>
			""")
	void emphasisWorksWithoutSpaces(String text, String html) {
		assertThat(HtmlUtils.htmlUnescape(render(text))).isEqualTo("<p>" + html + "</p>\n");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " ⇒ ", quoteCharacter = '\u0001', textBlock = """
			https://e.org/a。谢谢 ⇒ https://e.org/a
			请看https://e.org/a，谢谢 ⇒ https://e.org/a
			「https://e.org/a」 ⇒ https://e.org/a
			（https://e.org/a） ⇒ https://e.org/a
			“https://e.org/a” ⇒ https://e.org/a
			https://e.org/a؟ ⇒ https://e.org/a
			https://e.org/a। ⇒ https://e.org/a
			សូមមើលhttps://e.org/a។ ⇒ https://e.org/a
			https://e.org/a။ ⇒ https://e.org/a
			https://e.org/a၊ ⇒ https://e.org/a
			https://e.org/a። ⇒ https://e.org/a
			https://e.org/a։ ⇒ https://e.org/a
			https://e.org/a། ⇒ https://e.org/a
			‹https://e.org/a› ⇒ https://e.org/a
			‚https://e.org/a‘ ⇒ https://e.org/a
			https://e.org/a⁈ ⇒ https://e.org/a
			〖https://e.org/a〗 ⇒ https://e.org/a
			https://fr.wikipedia.org/wiki/L’Équipe ⇒ https://fr.wikipedia.org/wiki/L’Équipe
			https://e.org/한국어·영어 ⇒ https://e.org/한국어·영어
			https://zh.wikipedia.org/wiki/中文 ⇒ https://zh.wikipedia.org/wiki/中文
			https://ja.wikipedia.org/wiki/ジョン・レノン。 ⇒ https://ja.wikipedia.org/wiki/ジョン・レノン
			https://例子.测试/路 ⇒ https://例子.测试/路
			http://example.com/__init__.py ⇒ http://example.com/__init__.py
			http://example.com/__init__ ⇒ http://example.com/__init__
			https://e.org/a_b_c*d* ⇒ https://e.org/a_b_c*d
			_https://e.org/a_b_ ⇒ https://e.org/a_b
			**https://e.org/a** ⇒ https://e.org/a
			~~https://e.org/a~~ ⇒ https://e.org/a
			||https://e.org/a|| ⇒ https://e.org/a
			http://[::1]/ ⇒ http://[::1]/
			http://[2001:db8::1]:8080/x. ⇒ http://[2001:db8::1]:8080/x
			(https://en.wikipedia.org/wiki/A_(b)) ⇒ https://en.wikipedia.org/wiki/A_(b)
			see https://e.org/a?! ⇒ https://e.org/a
			https://e.org/?q=a,b;c. ⇒ https://e.org/?q=a,b;c
			https://e.org/a&amp;b ⇒ https://e.org/a&b
			https://e.org/a\\_b ⇒ https://e.org/a_b
			https://localhost:5000/x ⇒ https://localhost:5000/x
			<a href="https://e.org/a">x</a> ⇒ https://e.org/a
			HTTPS://E.ORG/A ⇒ HTTPS://E.ORG/A
			<https://e.org/a> ⇒ https://e.org/a
			[https://e.org/b](https://e.org/a) ⇒ https://e.org/a
			| https://e.org/a ⇒ https://e.org/a
			**https://e.org/a**，好 ⇒ https://e.org/a
			*https://e.org/a*。 ⇒ https://e.org/a
			~~https://e.org/a~~，好 ⇒ https://e.org/a
			**见https://e.org/a**好 ⇒ https://e.org/a
			~~参照https://e.org/a~~です ⇒ https://e.org/a
			***https://e.org/a***을 ⇒ https://e.org/a
			**ดูhttps://e.org/a**นะ ⇒ https://e.org/a
			https://e.org/~名前 ⇒ https://e.org/~名前
			https://e.org/a*b/中文 ⇒ https://e.org/a*b/中文
			https://e.org/css?family=Open+Sans|Roboto ⇒ https://e.org/css?family=Open+Sans|Roboto
			https://e.org/?a=b%7Cc|%D7%90 ⇒ https://e.org/?a=b%7Cc|%D7%90
			||https://e.org/?a=b|| ⇒ https://e.org/?a=b
			https://e.org/?a=b| ⇒ https://e.org/?a=b
			https://e.org/a|b ⇒ https://e.org/a
			https://🎉.example/a ⇒ https://🎉.example/a
			\u202Ahttps://e.org/a\u202C ⇒ https://e.org/a
			\u2068https://e.org/a\u2069. ⇒ https://e.org/a
			https://e.org/a\u200B ⇒ https://e.org/a
			https://e.org/a\u200E, b ⇒ https://e.org/a
			https://fa.example/می\u200Cخواهم ⇒ https://fa.example/می\u200Cخواهم
			""")
	void addressIsLinked(String text, String address) {
		var html = render(text);
		assertThat(HtmlUtils.htmlUnescape(html).replace("%28", "(").replace("%29", ")")).containsOnlyOnce(REL)
			.contains("<a href=\"" + address + "\"" + REL);
		assertInert(html);
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " ⇒ ", textBlock = """
			https://a.example,https://b.example ⇒ https://a.example https://b.example
			https://a.example/x;HTTP://b.example/y. ⇒ https://a.example/x HTTP://b.example/y
			www.a.example,www.b.example/,c ⇒ http://www.a.example http://www.b.example/,c
			https://a.example、https://b.example，www.c.example ⇒ https://a.example https://b.example http://www.c.example
			https://web.example/web/2020/https://a.example ⇒ https://web.example/web/2020/https://a.example
			https://a.example/?u=https://b.example ⇒ https://a.example/?u=https://b.example
			""")
	void addressesWithoutSpacesBetweenThemAreLinked(String text, String addresses) {
		assertThat(Pattern.compile("<a href=\"([^\"]+)\"")
			.matcher(HtmlUtils.htmlUnescape(render(text)))
			.results()
			.map((link) -> link.group(1))).containsExactly(addresses.split(" ", -1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "xhttps://e.org", "http://", "https://.", "`https://e.org`", "www.", "www.a",
			"foo.www.a.org", "http:// e.org", "javascript://e.org" })
	void otherTextIsNoAddress(String text) {
		assertThat(render(text)).doesNotContain("<a ");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " ⇒ ", textBlock = """
			/threads/01KAG3A1B9Z8Y7X6W5V4T3S2R1?post=3#post-3 ⇒ ''
			/people/alice ⇒ ''
			/ ⇒ ''
			/search?q=a/b ⇒ ''
			tel:+49-30-1234 ⇒ ugc
			sms:+4930 ⇒ ugc
			mailto:a@e.org ⇒ ugc
			geo:1,2 ⇒ ugc
			https://e.org ⇒ ugc
			""")
	void linkWorks(String address, String relation) {
		var html = HtmlUtils.htmlUnescape(render("[x](" + address + ")"));
		assertThat(html).isEqualTo("<p><a href=\"" + address + "\"" + (relation.isEmpty() ? "" : REL) + ">x</a></p>\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "www.e.org", "WWW.e.org/a?b=c#d", "www.müller.de/ä", "www.例え.jp", "www.e.org/a:b",
			"example.org", "example.org/path?a=b#c", "sub.example.co.uk", "example.org/a:b", "müller.de/ä", "пример.рф",
			"例え.jp", "xn--mller-kva.de", "EXAMPLE.org", "example.md/x", "e.org?q=1" })
	void webAddressWithoutSchemeWorks(String address) {
		assertThat(HtmlUtils.htmlUnescape(render("[x](" + address + ")")))
			.isEqualTo("<p><a href=\"http://" + address + "\"" + REL + ">x</a></p>\n");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " ⇒ ", textBlock = """
			a@e.org ⇒ a@e.org
			(MAILTO:a.b+c@e.org) ⇒ MAILTO:a.b+c@e.org
			see mailto:a@e.org, please ⇒ mailto:a@e.org
			xmailto:a@e.org ⇒ a@e.org
			mailto: a@e.org ⇒ a@e.org
			请写信mailto:a@e.org。 ⇒ mailto:a@e.org
			联系a@e.org，谢谢 ⇒ a@e.org
			a@e.org、b@e.org ⇒ a@e.org b@e.org
			联系a@e.org吧 ⇒ a@e.org
			メールはa@e.jpへ ⇒ a@e.jp
			「a@e.jp」 ⇒ a@e.jp
			“a@e.org” 'b@e.org' ⇒ a@e.org b@e.org
			a@e.org… b@e.org؟ c@e.org। ⇒ a@e.org b@e.org c@e.org
			o'brien@e.org's ⇒ o'brien@e.org
			user@müller.de! ⇒ user@müller.de
			почта@пример.рф. ⇒ почта@пример.рф
			a@例え.jp。 ⇒ a@例え.jp
			josé@e.org:80 ⇒ josé@e.org
			**a@e.org** ⇒ a@e.org
			<mailto:a@e.org> ⇒ mailto:a@e.org
			a@e.org. b@e.org ⇒ a@e.org b@e.org
			""")
	void addressOfMailIsLinked(String text, String addresses) {
		var html = render(text);
		assertInert(html);
		assertThat(Pattern.compile("<a href=\"mailto:([^\"]+)\"[^>]*>((?i:mailto:)?\\1)</a>")
			.matcher(HtmlUtils.htmlUnescape(html))
			.results()
			.map((link) -> link.group(2))).containsExactly(addresses.split(" ", -1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@e", "@a@e.org", "a@@e.org", "@e.org", "a@.org", "a@e.org-", "a@e_", "`a@e.org`",
			"a\\@e.org", "a @e.org", "[a@e.org](https://e.org)", "https://e.org/a@e.org", "联系@e.org", "a@", "pkg@1.2.3",
			"lodash@4.17.21", "a@192.168.0.1" })
	void otherTextIsNoAddressOfMail(String text) {
		assertThat(render(text)).doesNotContain("mailto:");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "/\\evil.example", "/./x", "/../x", "/a/../x", "/.//evil.example",
			"/a//evil.example", "\\\\evil.example", "threads/1", "#x", "javascript:run()", "file:///etc/passwd",
			"vbscript:x", "blob:https://e.org/x", "www.", "www.a", "www.@evil.example", "www./evil.example",
			"www.a:b@evil.example/", "readme.md", "notes.txt", "a/b.org", "photo.JPG", "index.html#top", "1.5",
			"v1.2.3", "a..org", "-a.org", "user@evil.example", "evil.example@e.org", "a.b:c@evil.example/", "e.org\\x",
			"data.json?x" })
	void otherLinkIsRemoved(String address) {
		assertThat(render("[x](" + address + ")")).doesNotContain("href");
		assertThat(render("[x](<" + address + ">)")).doesNotContain("href");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " ⇒ ", quoteCharacter = '\u0001', textBlock = """
			:tada: ⇒ 🎉
			:+1::-1: ⇒ 👍👎
			好:tada:好 ⇒ 好🎉好
			**:slightly_smiling_face:** ⇒ <strong>🙂</strong>
			:nope: ⇒ :nope:
			\\:tada: ⇒ :tada:
			10:30:45 and 1:100:2 ⇒ 10:30:45 and 1:100:2
			root:x:0 and a::x::b ⇒ root:x:0 and a::x::b
			`:tada:` ⇒ <code>:tada:</code>
			[:tada:](/x) ⇒ <a href="/x">🎉</a>
			""")
	void emojiAreNamed(String text, String html) {
		assertThat(HtmlUtils.htmlUnescape(render(text))).isEqualTo("<p>" + html + "</p>\n");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " ⇒ ", quoteCharacter = '\u0001', textBlock = """
			¯\\_(ツ)_/¯ ⇒ ¯\\_(ツ)_/¯
			well ¯\\_(ツ)_/¯, so ¯\\_(ツ)_/¯ ⇒ well ¯\\_(ツ)_/¯, so ¯\\_(ツ)_/¯
			**¯\\_(ツ)_/¯** ⇒ <strong>¯\\_(ツ)_/¯</strong>
			`¯\\_(ツ)_/¯` ⇒ <code>¯\\_(ツ)_/¯</code>
			a\\_b\\_c ⇒ a_b_c
			""")
	void shrugKeepsItsArm(String text, String html) {
		assertThat(HtmlUtils.htmlUnescape(render(text))).isEqualTo("<p>" + html + "</p>\n");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " ⇒ ", quoteCharacter = '\u0001', textBlock = """
			<kbd>Ctrl</kbd>+<KBD>C</KBD> ⇒ <kbd>Ctrl</kbd>+<kbd>C</kbd>
			H<sub>2</sub>O, x<sup>2</sup> ⇒ H<sub>2</sub>O, x<sup>2</sup>
			<mark>a *b*</mark> ⇒ <mark>a <em>b</em></mark>
			*<b>a</b>* ⇒ <em><b>a</b></em>
			<ruby>漢<rt>かん</rt></ruby> ⇒ <ruby>漢<rt>かん</rt></ruby>
			a<br>b<br/>c ⇒ a<br />|b<br />|c
			<b>open ⇒ &lt;b&gt;open
			closed</b> ⇒ closed&lt;/b&gt;
			<b><i>crossed</b></i> ⇒ <b>&lt;i&gt;crossed</b>&lt;/i&gt;
			List<String> ⇒ List&lt;String&gt;
			std::vector<std::string> v ⇒ std::vector&lt;std::string&gt; v
			<xs:element> <urn:isbn:123> ⇒ &lt;xs:element&gt; &lt;urn:isbn:123&gt;
			map<std::string,a@b> ⇒ map&lt;std::string,a&#64;b&gt;
			<kbd onclick=x>a</kbd> ⇒ &lt;kbd onclick=x&gt;a&lt;/kbd&gt;
			<script>a</script> ⇒ &lt;script&gt;a&lt;/script&gt;
			`<kbd>` ⇒ <code>&lt;kbd&gt;</code>
			a < b > c ⇒ a &lt; b &gt; c
			""")
	void elementsMarkWords(String text, String html) {
		assertThat(render(text).replace("&#43;", "+").replace("&#61;", "="))
			.isEqualTo("<p>" + html.replace('|', '\n') + "</p>\n");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " ⇒ ", quoteCharacter = '\u0001',
			textBlock = """
					<details>|<summary>A *b*</summary>||- c|</details>||d ⇒ <details><summary>A <em>b</em></summary><ul><li>c</li></ul></details><p>d</p>
					<details><summary>A</summary>b</details>||c ⇒ <details><summary>A</summary><p>b</p></details><p>c</p>
					<details open>|a</details>|b ⇒ <details open=""><p>a</p></details><p>b</p>
					<details>|a||<details>|b|</details>|c|</details>|d ⇒ <details><p>a</p><details><p>b</p></details><p>c</p></details><p>d</p>
					<details>|```|</details>|```|</details>|a ⇒ <details><pre><code>&lt;/details&gt;</code></pre></details><p>a</p>
					<details>||    a|    </details>|</details>|b ⇒ <details><pre><code>a&lt;/details&gt;</code></pre></details><p>b</p>
					- <details>|  a|  </details>|- b ⇒ <ul><li><details><p>a</p></details></li><li>b</li></ul>
					<details><summary>a</summary>||<details><summary>b</summary>c</details>||<details><summary>d</summary>e</details>||</details>||f ⇒ <details><summary>a</summary><details><summary>b</summary><p>c</p></details><details><summary>d</summary><p>e</p></details></details><p>f</p>
					<details><summary>a</summary>|<details><summary>b</summary>c</details>|</details>|d ⇒ <details><summary>a</summary><details><summary>b</summary><p>c</p></details></details><p>d</p>
					<details>|a||<details>|b</details></details>||c ⇒ <details><p>a</p><details><p>b</p></details></details><p>c</p>
					<details>|<details>|a</details> b</details> c ⇒ <details><details><p>a</p></details><p> b</p></details><p> c</p>
					<details>|<details>|a</details>|</details>||b ⇒ <details><details><p>a</p></details></details><p>b</p>
					> <details>|> <summary>a</summary>|>|> - b|> </details>||c ⇒ <blockquote><details><summary>a</summary><ul><li>b</li></ul></details></blockquote><p>c</p>
					<details>|a ⇒ <details><p>a</p></details>
					<summary>a</summary> ⇒ <p>&lt;summary&gt;a&lt;/summary&gt;</p>
					<details class="x">|a ⇒ <p>&lt;details class="x"&gt;<br />a</p>
					>! a|> b||c ⇒ <details class="spoiler"><p>a<br />b</p></details><p>c</p>
					a ||b *c*|| d ⇒ <p>a <span class="spoiler" tabindex="0"><span>b <em>c</em></span></span> d</p>
					a || b || c ⇒ <p>a || b || c</p>
					- [ ] a|- [X] *b*|- c ⇒ <ul><li><label><input type="checkbox" disabled="" /> a</label></li><li><label><input type="checkbox" disabled="" checked="" /> <em>b</em></label></li><li>c</li></ul>
					""")
	void blocksAreRendered(String text, String html) {
		var source = text.contains("||b *c*") || text.contains("|| b ||") ? text : text.replace('|', '\n');
		var rendered = render(source);
		assertThat(rendered.replace("\n", "").replace("&#61;", "=").replace("&#34;", "\"")).isEqualTo(html);
		assertInert(rendered);
	}

	@Test
	void footnotesOfTwoTextsHaveDifferentIds() {
		var text = "a[^1] b[^note] c[^1] d[^none]\n\n[^1]: One *x*.\n[^note]: Two";
		var html = render(text);
		assertInert(html);
		assertThat(html.replaceAll("fn-[0-9a-z]{26}", "fn")).isEqualToIgnoringWhitespace(
				"""
						<p>a<sup class="footnote-ref"><a href="#fn-1" id="fn-0" role="doc-noteref">1</a></sup>
						b<sup class="footnote-ref"><a href="#fn-3" id="fn-2" role="doc-noteref">2</a></sup>
						c<sup class="footnote-ref"><a href="#fn-1" id="fn-4" role="doc-noteref">1</a></sup> d[^none]</p>
						<section class="footnotes" role="doc-endnotes"><ol><li id="fn-1">
						<p>One <em>x</em>. <a href="#fn-0" class="footnote-backref" role="doc-backlink">↩</a>
						<a href="#fn-4" class="footnote-backref" role="doc-backlink"><sup class="footnote-ref">2</sup>↩</a></p>
						</li><li id="fn-3"><p>Two <a href="#fn-2" class="footnote-backref" role="doc-backlink">↩</a></p></li></ol>
						</section>""");
		assertThat(render(text)).isNotEqualTo(html);
	}

	@Test
	void footnotesWithoutReferenceAreNoPartOfTheText() {
		var text = "a[^a] b\n\n[^a]: c[^b] @one\n[^b]: d\n[^c]: e[^d] @two ![](media:01KAG3A1B2C3D4E5F6G7H8J9K0)\n"
				+ "[^d]: f @three\n[^a]: g";
		var rendered = this.markdown.render(text);
		assertThat(rendered.plainText()).isEqualTo("a b c @one d");
		assertThat(rendered.mentions()).containsExactly("one");
		assertThat(this.markdown.media(text)).isEmpty();
	}

	@Test
	void usedFootnoteWithinAnUnusedOneIsShown() {
		var text = "a[^in]\n\n[^out]: [^in]: b";
		assertThat(render(text)).contains("<li").contains("b");
		assertThat(this.markdown.render(text).plainText()).isEqualTo("a b");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " ⇒ ", quoteCharacter = '\u0001', textBlock = """
			The butler ||did it|| ⇒ The butler ▒▒▒
			>! It was him.|||He ⇒ ▒▒▒ He
			:tada: @name #tag ⇒ 🎉 @name #tag
			- [x] a|- [ ] b ⇒ [x] a [ ] b
			a[^1]|||[^1]: b ⇒ a b
			<kbd>Esc</kbd> ⇒ Esc
			**重点。**后 ⇒ 重点。后
			<details><summary>a</summary>|||b|</details> ⇒ a b
			""")
	void plainTextHidesSpoilersAndKeepsWords(String text, String plain) {
		var source = text.contains("||did") ? text : text.replace("|||", "\n\n").replace('|', '\n');
		assertThat(this.markdown.plainText(source)).isEqualTo(plain);
		assertThat(this.markdown.render(source).plainText()).isEqualTo(plain);
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " ⇒ ", quoteCharacter = '\u0001',
			textBlock = """
					- قائمة ⇒ <ul dir="rtl"><li>قائمة</li></ul>
					3. אחת|4. two ⇒ <ol start="3" dir="rtl"><li>אחת</li><li>two</li></ol>
					> (12) اقتباس ⇒ <blockquote dir="rtl"><p>(12) اقتباس</p></blockquote>
					> > ציטוט ⇒ <blockquote dir="rtl"><blockquote dir="rtl"><p>ציטוט</p></blockquote></blockquote>
					> English|> - قائمة ⇒ <blockquote><p>English</p><ul dir="rtl"><li>قائمة</li></ul></blockquote>
					- @name مرحبا ⇒ <ul dir="rtl"><li><a href="/people/name" class="mention">@name</a> مرحبا</li></ul>
					<details>|<summary>مزيد</summary>|a|</details> ⇒ <details dir="rtl"><summary>مزيد</summary><p>a</p></details>
					>! סוד ⇒ <details class="spoiler" dir="rtl"><p>סוד</p></details>
					- `a` قائمة ⇒ <ul><li><code>a</code> قائمة</li></ul>
					- 12 ⇒ <ul><li>12</li></ul>
					مرحبا ⇒ <p>مرحبا</p>
					""")
	void marksAreWhereTextBegins(String text, String html) {
		var rendered = render(text.replace('|', '\n'));
		assertThat(HtmlUtils.htmlUnescape(rendered).replace("\n", "")).isEqualTo(html);
		assertInert(rendered);
	}

	@Test
	void tableOfArabicBeginsAtTheRight() {
		assertThat(render("| أ | ب |\n|---|---|\n| 1 | 2 |")).startsWith("<table dir=\"rtl\">");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " ⇒ ", quoteCharacter = '\u0001', textBlock = """
			The butler ||did *it*|| here ⇒ <p>The butler ▒▒▒ here</p>
			||a|| b ||c|| ⇒ <p>▒▒▒ b ▒▒▒</p>
			||a ||b|| c|| d ⇒ <p>▒▒▒ d</p>
			>! *It* was||> him||He ⇒ ▒▒▒<p>He</p>
			>! a||<details>||b||</details> ⇒ ▒▒▒<details><p>b</p></details>
			`||a||` ⇒ <p><code>||a||</code></p>
			- ||سر|| ⇒ <ul dir="rtl"><li>▒▒▒</li></ul>
			""")
	void spoilersAreReplacedWhereNothingHidesThem(String text, String html) {
		var source = text.startsWith(">!") ? text.replace("||> ", "\n>\n> ").replace("||", "\n\n") : text;
		assertThat(Markdown.withoutSpoilersIn(render(source)).replace("\n", "")).isEqualTo(html);
	}

	private String render(String text) {
		return this.markdown.render(text).html();
	}

}
