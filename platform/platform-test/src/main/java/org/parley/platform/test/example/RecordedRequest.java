package org.parley.platform.test.example;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request.
 *
 * @param template the method and the address, parameters in braces
 * @param values of the parameters, by name
 * @param headers of the API document, by name
 * @param token the access token, or null for guests
 * @param refused whether a problem is expected
 */
record RecordedRequest(String template, Map<String, Object> values, Map<String, String> headers,
		@Nullable ObjectNode body, @Nullable String token, boolean refused) {

	static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

	/** The path in the API document, without query. */
	String operation() {
		return this.template.replaceFirst("\\?.*", "");
	}

	ObjectNode parameters() {
		var parameters = JsonMapper.shared().createObjectNode();
		this.values.forEach(parameters::putPOJO);
		this.headers.forEach(parameters::put);
		return JsonMapper.shared().valueToTree(parameters);
	}

	/** Identifies itself as a program, whose views are not counted. */
	HttpRequest request(URI base) {
		var method = this.template.substring(0, this.template.indexOf(' '));
		var address = PARAMETER.matcher(this.template.substring(method.length() + 1))
			.replaceAll((found) -> Matcher.quoteReplacement(encoded(this.values.get(found.group(1)))));
		var request = HttpRequest.newBuilder(base.resolve(address)).setHeader("User-Agent", "story (robot)");
		if (this.token != null) {
			request.setHeader("Authorization", "Bearer " + this.token);
		}
		this.headers.forEach(request::setHeader);
		if (this.body == null) {
			return request.method(method, BodyPublishers.noBody()).build();
		}
		return request.setHeader("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(this.body.toString()))
			.build();
	}

	private static String encoded(@Nullable Object value) {
		return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8).replace("+", "%20");
	}

}
