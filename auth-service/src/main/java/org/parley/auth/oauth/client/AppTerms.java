package org.parley.auth.oauth.client;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.platform.web.problem.ProblemException;

/**
 * What an app says of itself and may do.
 *
 * @param name as people see it
 * @param description what it is for, or empty
 * @param homePage where more is told, or null
 * @param logoUrl its picture, or null
 * @param kind where it runs
 * @param redirectUris where people come back who were asked, exactly
 * @param postLogoutRedirectUris where they come back who signed out
 * @param scopes what it may ask for
 * @param dpopRequired whether its tokens count only with a key of its own
 * @param parRequired whether it asks beforehand, without the browser
 */
public record AppTerms(String name, String description, @Nullable String homePage, @Nullable String logoUrl,
		AppKind kind, List<String> redirectUris, List<String> postLogoutRedirectUris, List<String> scopes,
		boolean dpopRequired, boolean parRequired) {

	private static final int LONGEST_NAME = 100;

	/**
	 * These terms, as far as they are allowed.
	 * @param given privileged scopes that it may have
	 * @throws ProblemException 400 about the property at fault
	 */
	AppTerms checked(Set<AppScope> given) {
		if (this.name.length() > LONGEST_NAME || !this.name.matches(User.ONE_LINE)) {
			throw ProblemException.field("name", "app.name",
					"must be one line of text, not blank, of at most %d characters".formatted(LONGEST_NAME));
		}
		var back = AppUriRules.back("redirectUris", this.redirectUris, this.kind);
		if (this.kind.isRedirected() && back.isEmpty()) {
			throw ProblemException.field("redirectUris", "app.address", "must have at least one item");
		}
		return new AppTerms(this.name.strip(), this.description.strip(), AppUriRules.page("homePage", this.homePage),
				AppUriRules.page("logoUrl", this.logoUrl), this.kind, back,
				AppUriRules.back("postLogoutRedirectUris", this.postLogoutRedirectUris, this.kind), known(given),
				this.dpopRequired, this.parRequired);
	}

	private List<String> known(Set<AppScope> given) {
		var known = new TreeSet<AppScope>();
		for (var scope : this.scopes) {
			known.add(AppScope.of(scope)
				.filter((candidate) -> !candidate.isPrivileged() || given.contains(candidate))
				.orElseThrow(() -> ProblemException.field("scopes", "app.scope",
						"must be scopes that you may give an app")));
		}
		if (known.isEmpty()) {
			throw ProblemException.field("scopes", "app.scope", "must have at least one item");
		}
		return known.stream().map(AppScope::text).toList();
	}

}
