package org.parley.auth.oauth.app;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppTerms;
import org.parley.auth.oauth.client.OAuthClient.AppCompatibility;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.name.ShownName;

/**
 * Changes an app; absent properties keep their values.
 *
 * @param homePage https URL; empty removes it
 * @param logoUrl https URL; empty removes it
 * @param disabled whether it is disabled; for administrators only
 * @param pkceOptional whether its OpenID Connect requests need no PKCE; set by
 * administrators
 * @param formPost whether it may receive the answer as a form; set by administrators
 */
@Schema(name = "AppUpdateRequest")
record AppUpdateRequest(@Schema(example = "Reading list") @ShownName @Nullable String name,
		@Schema(example = "Keeps threads for later.") @StorableText(max = 1000,
				lines = true) @Nullable String description,
		@Schema(example = "https://reading.example.org") @Size(max = 500,
				message = "must have at most 500 characters") @Pattern(regexp = AppRegistrationRequest.ADDRESS,
						message = "must be visible ASCII characters") @Nullable String homePage,
		@Schema(example = "https://reading.example.org/logo.png") @Size(max = 500,
				message = "must have at most 500 characters") @Pattern(regexp = AppRegistrationRequest.ADDRESS,
						message = "must be visible ASCII characters") @Nullable String logoUrl,
		@Schema(example = "[\"https://reading.example.org/back\"]") @Nullable List<@NotNull(
				message = "must not be null") String> redirectUris,
		@Schema(example = "[\"https://reading.example.org/\"]") @Nullable List<@NotNull(
				message = "must not be null") String> postLogoutRedirectUris,
		@Schema(example = "[\"openid\", \"threads:read\"]") @Size(min = 1, max = 20,
				message = "must have 1 to 20 items") @Nullable List<@NotNull(
						message = "must not be null") String> scopes,
		@Schema(example = "false") @Nullable Boolean dpopRequired,
		@Schema(example = "false") @Nullable Boolean parRequired, @Schema(example = "false") @Nullable Boolean disabled,
		@Schema(example = "false") @Nullable Boolean pkceOptional,
		@Schema(example = "false") @Nullable Boolean formPost,
		@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256) @Nullable String password,
		@Schema(example = "123456") @Size(max = 32, message = "must have at most 32 characters") @Nullable String otp)
		implements
			VerifyOwner.Proof {

	AppTerms applyTo(AppTerms current) {
		return new AppTerms(or(this.name, current.name()), or(this.description, current.description()),
				(this.homePage != null) ? this.homePage : current.homePage(),
				(this.logoUrl != null) ? this.logoUrl : current.logoUrl(), current.kind(),
				or(this.redirectUris, current.redirectUris()),
				or(this.postLogoutRedirectUris, current.postLogoutRedirectUris()), or(this.scopes, current.scopes()),
				or(this.dpopRequired, current.dpopRequired()), or(this.parRequired, current.parRequired()));
	}

	AppCompatibility applyTo(AppCompatibility current) {
		return new AppCompatibility(or(this.pkceOptional, current.pkceOptional()),
				or(this.formPost, current.formPost()));
	}

	/**
	 * Refuses properties that only administrators may set.
	 * @throws RefusalException 400 about the property
	 */
	void requireOwnersProperties() {
		refuse("disabled", this.disabled);
		refuse("pkceOptional", this.pkceOptional);
		refuse("formPost", this.formPost);
	}

	private static void refuse(String property, @Nullable Boolean value) {
		if (value != null) {
			throw RefusalException.field(property, "app.disabled", "may only be set by administrators");
		}
	}

	private static <T> T or(@Nullable T requested, T current) {
		return (requested != null) ? requested : current;
	}

	@Override
	public String toString() {
		return "AppUpdateRequest[***]";
	}

}
