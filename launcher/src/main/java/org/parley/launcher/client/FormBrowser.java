package org.parley.launcher.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A browser without scripts: it keeps cookies, goes where it is sent, and sends the forms
 * of our pages. One per thread.
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

	/** A browser that nobody has signed in with, at an address of its own. */
	public FormBrowser(GatewayClient gatewayClient) {
		this.gatewayClient = gatewayClient;
		this.address = gatewayClient.guest().headers().getOrDefault("X-Forwarded-For", "");
	}

	/** Goes there, and on to wherever it is sent, until it is led to another site. */
	public Page go(String path) {
		return arrive(ask("GET", path, null));
	}

	/** Fills in the form of a page that goes to an address, and sends it. */
	public Page submit(Page page, String action, Map<String, String> filled) {
		var forms = FORM.matcher(page.text());
		while (forms.find()) {
			if (forms.group(1).startsWith(action)) {
				var fields = fields(forms.group(2));
				fields.putAll(filled);
				return arrive(ask("POST", plain(forms.group(1)), fields));
			}
		}
		throw new IllegalStateException("There is no form for %s at %s".formatted(action, page.address()));
	}

	/** As the form of a request. */
	public static String form(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
	}

	private Page arrive(GatewayResponse gatewayResponse) {
		var next = gatewayResponse.header("Location");
		if (next.isEmpty()) {
			return new Page(gatewayResponse.is(200).call().path(), gatewayResponse.body());
		}
		var target = this.gatewayClient.address().resolve(next);
		if (!this.gatewayClient.address().getAuthority().equals(target.getAuthority())) {
			return new Page(target.toString(), "");
		}
		var query = target.getRawQuery();
		return go((query != null) ? target.getRawPath() + "?" + query : target.getRawPath());
	}

	private GatewayResponse ask(String method, String path, @Nullable Map<String, String> form) {
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
				fields.put(name.group(1), value.find() ? plain(value.group(1)) : "");
			}
		});
		return fields;
	}

	private static String plain(String attribute) {
		return attribute.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/**
	 * Where a browser has arrived.
	 *
	 * @param address the path, or the whole address where it was led to another site
	 * @param text of the page; empty at another site, as nothing is asked there
	 */
	public record Page(String address, String text) {

		/** A parameter of the address; empty when it has none of that name. */
		public String parameter(String name) {
			var found = Pattern.compile("[?&]%s=([^&#]*)".formatted(Pattern.quote(name))).matcher(this.address);
			return found.find() ? URI.create("?" + found.group(1)).getQuery() : "";
		}

	}

}
