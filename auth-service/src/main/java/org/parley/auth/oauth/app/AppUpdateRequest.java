package org.parley.auth.oauth.app;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppTerms;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.user.User;
import org.parley.platform.web.problem.ProblemException;

/**
 * What shall be otherwise about an app; what is absent stays.
 *
 * @param name as people see it
 * @param description what it is for
 * @param homePage https; empty takes it away
 * @param logoUrl https; empty takes it away
 * @param redirectUris where people come back who were asked, compared exactly
 * @param postLogoutRedirectUris where people come back who signed out
 * @param scopes what it may ask for
 * @param dpopRequired whether its tokens count only with a key of its own
 * @param parRequired whether it asks beforehand, without the browser
 * @param disabled whether it is shut out; only administrators say so
 * @param password the caller's, once more
 * @param otp a code of the caller's second factor, or a recovery code, for accounts that
 * have one
 */
@Schema(name = "AppUpdateRequest")
record AppUpdateRequest(
		@Schema(example = "Reading list") @Size(min = 1, max = 100, message = "must have 1 to 100 characters") @Pattern(
				regexp = User.ONE_LINE, message = "must be one line of text, not blank") @Nullable String name,
		@Schema(example = "Keeps threads for later.") @Size(max = 1000, message = "may have 1000 characters") @Pattern(
				regexp = AppRegistrationRequest.TEXT, message = "must be text") @Nullable String description,
		@Schema(example = "https://reading.example.org") @Size(max = 500, message = "may have 500 characters") @Pattern(
				regexp = AppRegistrationRequest.ADDRESS,
				message = "must be visible ASCII characters") @Nullable String homePage,
		@Schema(example = "https://reading.example.org/logo.png") @Size(max = 500,
				message = "may have 500 characters") @Pattern(regexp = AppRegistrationRequest.ADDRESS,
						message = "must be visible ASCII characters") @Nullable String logoUrl,
		@Schema(example = "[\"https://reading.example.org/back\"]") @Nullable List<@NotNull(
				message = "must not be null") String> redirectUris,
		@Schema(example = "[\"https://reading.example.org/\"]") @Nullable List<@NotNull(
				message = "must not be null") String> postLogoutRedirectUris,
		@Schema(example = "[\"openid\", \"threads:read\"]") @Size(min = 1, max = 10,
				message = "must have 1 to 10 items") @Nullable List<@NotNull(
						message = "must not be null") String> scopes,
		@Schema(example = "false") @Nullable Boolean dpopRequired,
		@Schema(example = "false") @Nullable Boolean parRequired, @Schema(example = "false") @Nullable Boolean disabled,
		@Schema(example = "curiouser & curiouser") @NotNull(message = "is required") @Size(min = 1, max = 256,
				message = "must have 1 to 256 characters") String password,
		@Schema(example = "123456") @Size(max = 32, message = "may have 32 characters") @Nullable String otp) {

	AppTerms of(AppTerms now) {
		return new AppTerms(or(this.name, now.name()), or(this.description, now.description()),
				(this.homePage != null) ? this.homePage : now.homePage(),
				(this.logoUrl != null) ? this.logoUrl : now.logoUrl(), now.kind(),
				or(this.redirectUris, now.redirectUris()),
				or(this.postLogoutRedirectUris, now.postLogoutRedirectUris()), or(this.scopes, now.scopes()),
				or(this.dpopRequired, now.dpopRequired()), or(this.parRequired, now.parRequired()));
	}

	/**
	 * Refuses what only administrators may say.
	 * @throws ProblemException 400 about {@code disabled}
	 */
	void requireOfOwner() {
		if (this.disabled != null) {
			throw ProblemException.field("disabled", "app.disabled", "is for administrators");
		}
	}

	VerifyOwner.Proof proof() {
		return new VerifyOwner.Proof(this.password, this.otp);
	}

	private static <T> T or(@Nullable T wished, T now) {
		return (wished != null) ? wished : now;
	}

	@Override
	public String toString() {
		return "AppUpdateRequest[***]";
	}

}
