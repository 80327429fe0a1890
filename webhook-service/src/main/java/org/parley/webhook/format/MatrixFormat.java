package org.parley.webhook.format;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Messages to generic webhooks of Hookshot, which bridges them to a room of Matrix. They
 * stay far below the 64 KiB of an event.
 *
 * @see <a href="https://matrix-org.github.io/matrix-hookshot/latest/setup/webhooks.html">
 * Webhooks of Hookshot</a>
 */
@Component
class MatrixFormat implements MessageFormat {

	@Override
	public String name() {
		return "matrix";
	}

	@Override
	public JsonNode body(Announcement announcement) {
		var lead = announcement.lead();
		var text = announcement.text();
		return JsonMapper.shared()
			.createObjectNode()
			.put("text", lead + announcement.title() + " " + announcement.url() + (text.isEmpty() ? "" : "\n" + text))
			.put("html", "<p>%s<a href=\"%s\">%s</a></p>%s".formatted(escape(lead), escape(announcement.url()),
					escape(announcement.title()),
					text.isEmpty() ? "" : "<blockquote>" + escape(text).replace("\n", "<br>") + "</blockquote>"));
	}

	private static String escape(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
