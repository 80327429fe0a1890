package org.parley.auth.oauth.client;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.name.ShownName;
import org.parley.platform.text.name.ShownNameValidator;

/**
 * Properties of an app that its owner sets.
 *
 * @param description purpose of the app, or empty
 */
public record AppTerms(String name, String description, @Nullable String homePage, @Nullable String logoUrl,
		AppKind kind, List<String> redirectUris, List<String> postLogoutRedirectUris, List<String> scopes,
		boolean dpopRequired, boolean parRequired) {

	/**
	 * Validates and normalizes the properties.
	 * @throws RefusalException 400 about the invalid property
	 */
	AppTerms validated(Set<AppScope> privileged) {
		RefusalException.checkAll(this::requireName, this::redirects, this::homePageOrNone, this::logoOrNone,
				this::redirectsAfterLogout, () -> validScopes(privileged));
		return new AppTerms(this.name.strip(), this.description.strip(), homePageOrNone(), logoOrNone(), this.kind,
				redirects(), redirectsAfterLogout(), validScopes(privileged), this.dpopRequired, this.parRequired);
	}

	private void requireName() {
		if (!ShownNameValidator.isName(this.name)) {
			throw RefusalException.field("name", "app.name",
					"must have 1 to %d printable characters, none of them invisible".formatted(ShownName.LONGEST));
		}
	}

	private List<String> redirects() {
		var redirects = AppUriRules.requireRedirectUris("redirectUris", this.redirectUris, this.kind);
		if (this.kind.hasRedirectUris() && redirects.isEmpty()) {
			throw RefusalException.field("redirectUris", "app.address", "must have at least one item");
		}
		return redirects;
	}

	private List<String> redirectsAfterLogout() {
		return AppUriRules.requireRedirectUris("postLogoutRedirectUris", this.postLogoutRedirectUris, this.kind);
	}

	private @Nullable String homePageOrNone() {
		return AppUriRules.requirePage("homePage", this.homePage);
	}

	private @Nullable String logoOrNone() {
		return AppUriRules.requirePage("logoUrl", this.logoUrl);
	}

	private List<String> validScopes(Set<AppScope> privileged) {
		var valid = new TreeSet<AppScope>();
		for (var scope : this.scopes) {
			valid.add(AppScope.of(scope)
				.filter((candidate) -> !candidate.isPrivileged() || privileged.contains(candidate))
				.orElseThrow(() -> RefusalException.field("scopes", "app.scope",
						"must be scopes that you may assign to an app")));
		}
		if (valid.isEmpty()) {
			throw RefusalException.field("scopes", "app.scope", "must have at least one item");
		}
		return valid.stream().map(AppScope::text).toList();
	}

}
