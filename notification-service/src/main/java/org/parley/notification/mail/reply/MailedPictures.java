package org.parley.notification.mail.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.parley.contracts.mail.MailReceived;
import org.parley.contracts.mail.MailedPicture;
import org.parley.contracts.mail.ReceivedPicture;
import org.parley.platform.domain.Ids;

/**
 * The content of a mailed post with its pictures: those within the text at their places,
 * attached ones at the end. Pictures within quotations and signatures are left out with
 * them.
 */
record MailedPictures(String content, List<MailedPicture> pictures) {

	/** How HTML names a picture of its mail, before the Content-ID. */
	static final String SCHEME = "cid:";

	private static final String START = "\uE001";

	private static final String END = "\uE002";

	private static final Pattern PLACEHOLDER = Pattern.compile(START + "[^" + START + END + "]*+" + END);

	private static final Pattern MARKS = Pattern.compile("[\uE000-\uE002]");

	/** The text that stands for a picture until it is certain that it stays. */
	static String placeholder(String contentId) {
		return START + contentId + END;
	}

	/** A text without characters that we use as marks. */
	static String withoutMarks(String text) {
		return MARKS.matcher(text).replaceAll("");
	}

	/** Shows the pictures of a mail in what its author has written. */
	static MailedPictures of(MailReceived mail, String text) {
		var content = new StringBuilder(text);
		var shown = new ArrayList<MailedPicture>();
		for (var picture : mail.pictures()) {
			var id = Ids.next();
			if (place(content, picture, id) || attach(mail, content, picture, id)) {
				shown.add(new MailedPicture(id, picture.source()));
			}
		}
		return new MailedPictures(PLACEHOLDER.matcher(content).replaceAll("").strip(), List.copyOf(shown));
	}

	private static boolean place(StringBuilder content, ReceivedPicture picture, String id) {
		var placeholder = placeholder(String.valueOf(picture.contentId()));
		var start = content.indexOf(placeholder);
		if (start >= 0) {
			content.replace(start, start + placeholder.length(), image(id));
		}
		return start >= 0;
	}

	/** A picture that the HTML shows elsewhere belongs to the quotation or signature. */
	private static boolean attach(MailReceived mail, StringBuilder content, ReceivedPicture picture, String id) {
		var isShown = mail.html() != null && picture.contentId() != null
				&& mail.html().replace("%40", "@").contains(SCHEME + picture.contentId());
		if (!isShown) {
			content.append("\n\n").append(image(id));
		}
		return !isShown;
	}

	private static String image(String mediaId) {
		return "![](media:" + mediaId + ")";
	}

}
