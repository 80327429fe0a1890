package org.parley.webhook.format;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Messages to incoming webhooks of Slack. Elements of rich text have no markup, so texts
 * need no escapes there; in the fallback they do.
 *
 * @see <a href=
 * "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks"> Incoming
 * webhooks</a>
 */
@Component
class SlackFormat implements MessageFormat {

	@Override
	public String name() {
		return "slack";
	}

	@Override
	public JsonNode body(Announcement announcement) {
		var body = JsonMapper.shared().createObjectNode();
		body.put("text", escape(announcement.lead() + announcement.title()));
		body.put("unfurl_links", false).put("unfurl_media", false);
		var parts = body.putArray("blocks").addObject().put("type", "rich_text").putArray("elements");
		var line = section(parts, "rich_text_section");
		if (!announcement.lead().isEmpty()) {
			addText(line, announcement.lead());
		}
		line.addObject().put("type", "link").put("url", announcement.url()).put("text", announcement.title());
		if (!announcement.text().isEmpty()) {
			addText(section(parts, "rich_text_quote"), announcement.text());
		}
		return body;
	}

	private static ArrayNode section(ArrayNode parts, String type) {
		return parts.addObject().put("type", type).putArray("elements");
	}

	private static ObjectNode addText(ArrayNode elements, String text) {
		return elements.addObject().put("type", "text").put("text", text);
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

}
