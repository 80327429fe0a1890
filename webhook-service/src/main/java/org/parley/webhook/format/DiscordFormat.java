package org.parley.webhook.format;

import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Messages to webhooks of Discord: one embed, whose texts stay below its limits of 256
 * and 4,096 characters with every character escaped.
 *
 * @see <a href="https://discord.com/developers/docs/resources/webhook#execute-webhook">
 * Execute Webhook</a>
 */
@Component
class DiscordFormat implements MessageFormat {

	private static final Pattern MARKUP = Pattern.compile("[\\\\*_~`|<>#\\[\\]():!.+-]");

	@Override
	public String name() {
		return "discord";
	}

	@Override
	public JsonNode body(Announcement announcement) {
		var body = JsonMapper.shared().createObjectNode();
		body.putObject("allowed_mentions").putArray("parse");
		var embed = body.putArray("embeds").addObject();
		embed.put("title", escape(announcement.title())).put("url", announcement.url());
		if (!announcement.text().isEmpty()) {
			embed.put("description", escape(announcement.text()));
		}
		if (!announcement.author().isEmpty()) {
			embed.putObject("author").put("name", announcement.author());
		}
		if (!announcement.title().equals(announcement.headline())) {
			embed.putObject("footer").put("text", announcement.headline());
		}
		embed.put("timestamp", announcement.timestamp());
		return body;
	}

	private static String escape(String text) {
		return MARKUP.matcher(text).replaceAll("\\\\$0");
	}

}
