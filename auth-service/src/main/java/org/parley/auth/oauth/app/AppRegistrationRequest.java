package org.parley.auth.oauth.app;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppKind;
import org.parley.auth.oauth.client.AppTerms;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.name.ShownName;

/**
 * Registers an app.
 *
 * @param kind {@code web}, {@code native}, {@code service} or {@code device}; immutable
 */
@Schema(name = "AppRegistrationRequest")
record AppRegistrationRequest(@Schema(example = "Reading list") @NotNull @ShownName String name,
		@Schema(example = "Keeps threads for later.") @StorableText(max = 1000,
				lines = true) @Nullable String description,
		@Schema(example = "https://reading.example.org") @Size(max = 500,
				message = "must have at most 500 characters") @Pattern(regexp = AppRegistrationRequest.ADDRESS,
						message = "must be visible ASCII characters") @Nullable String homePage,
		@Schema(example = "https://reading.example.org/logo.png") @Size(max = 500,
				message = "must have at most 500 characters") @Pattern(regexp = AppRegistrationRequest.ADDRESS,
						message = "must be visible ASCII characters") @Nullable String logoUrl,
		@Schema(example = "web") @NotNull @Pattern(regexp = AppKind.NAMES,
				message = "must be web, native, service or device") String kind,
		@Schema(example = "[\"https://reading.example.org/back\"]") @Nullable List<@NotNull(
				message = "must not be null") String> redirectUris,
		@Schema(example = "[\"https://reading.example.org/\"]") @Nullable List<@NotNull(
				message = "must not be null") String> postLogoutRedirectUris,
		@Schema(example = "[\"openid\", \"threads:read\"]") @NotNull @Size(min = 1, max = 20,
				message = "must have 1 to 20 items") List<@NotNull(message = "must not be null") String> scopes,
		@Schema(example = "false") @Nullable Boolean dpopRequired,
		@Schema(example = "false") @Nullable Boolean parRequired,
		@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256) @Nullable String password,
		@Schema(example = "123456") @Size(max = 32, message = "must have at most 32 characters") @Nullable String otp)
		implements
			VerifyOwner.Proof {

	static final String ADDRESS = "[\\x21-\\x7e]*";

	AppTerms terms() {
		return new AppTerms(this.name, (this.description != null) ? this.description : "", this.homePage, this.logoUrl,
				AppKind.of(this.kind).orElseThrow(), listed(this.redirectUris), listed(this.postLogoutRedirectUris),
				this.scopes, Boolean.TRUE.equals(this.dpopRequired), Boolean.TRUE.equals(this.parRequired));
	}

	private static List<String> listed(@Nullable List<String> items) {
		return (items != null) ? items : List.of();
	}

	@Override
	public String toString() {
		return "AppRegistrationRequest[***]";
	}

}
