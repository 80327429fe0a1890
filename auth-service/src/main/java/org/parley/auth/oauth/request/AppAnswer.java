package org.parley.auth.oauth.request;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppSettings;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.web.util.UriUtils;

/**
 * The answer to an app: parameters of its redirect URI, or the fields of a form that the
 * browser posts there.
 *
 * @param app that asked; null if it is unknown by now
 * @param mode the requested {@code response_mode}
 * @see <a href="https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html">OAuth
 * 2.0 Form Post Response Mode</a>
 */
public record AppAnswer(@Nullable RegisteredClient app, String address, Map<String, String> fields,
		@Nullable Object mode) {

	static final String FORM_POST = "form_post";

	private static final String PARAMETER = "OAuth 2.0 Parameter: ";

	/** Tells developers what is wrong; Spring only names the parameter. */
	public static Optional<String> describe(OAuth2Error error) {
		return Optional.ofNullable(error.getDescription())
			.filter((text) -> !text.isEmpty())
			.map((text) -> text.startsWith(PARAMETER)
					? "The parameter %s is missing or invalid.".formatted(text.substring(PARAMETER.length())) : text);
	}

	/** Whether the browser posts a form: if the app asked for it and may. */
	public boolean isForm() {
		return FORM_POST.equals(this.mode) && this.app != null && AppSettings.has(this.app, AppSettings.FORM_POST);
	}

	/** The redirect URI with the fields as its parameters. */
	public String redirect() {
		var query = this.fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + UriUtils.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return this.address + (this.address.contains("?") ? "&" : "?") + query;
	}

}
