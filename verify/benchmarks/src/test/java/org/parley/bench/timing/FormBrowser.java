package org.parley.bench.timing;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayRequest;
import org.parley.launcher.client.GatewayResponse;

/**
 * A browser without JavaScript that stores cookies, follows redirects and submits forms.
 * Not thread-safe.
 */
public final class FormBrowser {

	private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]*)\"[^>]*>(.*?)</form>",
			Pattern.DOTALL);

	private static final Pattern INPUT = Pattern.compile("<input[^>]*>");

	private static final Pattern NAME = Pattern.compile("\\sname=\"([^\"]*)\"");

	private static final Pattern VALUE = Pattern.compile("\\svalue=\"([^\"]*)\"");

	private final GatewayClient gatewayClient;

	private final String address;

	private final Map<String, String> cookies = new HashMap<>();

	/** Creates a browser without a session, with its own client address. */
	public FormBrowser(GatewayClient gatewayClient) {
		this.gatewayClient = gatewayClient;
		this.address = gatewayClient.guest().headers().getOrDefault("X-Forwarded-For", "");
	}

	/** Opens a path and follows redirects within the site. */
	public Page open(String path) {
		return follow(send("GET", path, null));
	}

	/** Fills in and submits the form of a page with the given action. */
	public Page submit(Page page, String action, Map<String, String> filled) {
		var forms = FORM.matcher(page.text());
		while (forms.find()) {
			if (forms.group(1).startsWith(action)) {
				var fields = fields(forms.group(2));
				fields.putAll(filled);
				return follow(send("POST", unescape(forms.group(1)), fields));
			}
		}
		throw new IllegalStateException(
				"The page %2$s has no form with the action %1$s".formatted(action, page.address()));
	}

	/** Encodes form fields. */
	public static String form(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&"));
	}

	private Page follow(GatewayResponse gatewayResponse) {
		var next = gatewayResponse.header("Location");
		if (next.isEmpty()) {
			return new Page(gatewayResponse.is(200).call().path(), gatewayResponse.body());
		}
		var target = this.gatewayClient.address().resolve(next);
		if (!this.gatewayClient.address().getAuthority().equals(target.getAuthority())) {
			return new Page(target.toString(), "");
		}
		var query = target.getRawQuery();
		return open((query != null) ? target.getRawPath() + "?" + query : target.getRawPath());
	}

	private GatewayResponse send(String method, String path, @Nullable Map<String, String> form) {
		var headers = new LinkedHashMap<>(Map.of("X-Forwarded-For", this.address, "Accept", "text/html"));
		if (!this.cookies.isEmpty()) {
			headers.put("Cookie",
					this.cookies.entrySet()
						.stream()
						.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
						.collect(Collectors.joining("; ")));
		}
		if (form != null) {
			headers.put("Content-Type", "application/x-www-form-urlencoded");
			headers.put("Origin", this.gatewayClient.address().toString());
		}
		var body = (form != null) ? form(form).getBytes(StandardCharsets.UTF_8) : null;
		var gatewayResponse = this.gatewayClient.exchange(new GatewayRequest(method, path, headers, body));
		gatewayResponse.headers().allValues("Set-Cookie").forEach(this::keep);
		return gatewayResponse;
	}

	private void keep(String line) {
		var cookie = line.split(";", 2)[0].split("=", 2);
		if (cookie[1].isEmpty()) {
			this.cookies.remove(cookie[0]);
		}
		else {
			this.cookies.put(cookie[0], cookie[1]);
		}
	}

	private static Map<String, String> fields(String form) {
		var fields = new LinkedHashMap<String, String>();
		INPUT.matcher(form).results().forEach((input) -> {
			var name = NAME.matcher(input.group());
			var value = VALUE.matcher(input.group());
			if (name.find()) {
				fields.put(name.group(1), value.find() ? unescape(value.group(1)) : "");
			}
		});
		return fields;
	}

	private static String unescape(String attribute) {
		return attribute.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/**
	 * A loaded page.
	 *
	 * @param address the path, or the full URL of another site
	 * @param text the page's text; empty for another site, which is not requested
	 */
	public record Page(String address, String text) {

		/** Returns a query parameter; empty if it is missing. */
		public String parameter(String name) {
			var found = Pattern.compile("[?&]%s=([^&#]*)".formatted(Pattern.quote(name))).matcher(this.address);
			return found.find() ? URI.create("?" + found.group(1)).getQuery() : "";
		}

	}

}
