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
		var valid = new TreeSet<AppScope>();
		RefusalException.checkAll(this::requireName, this::requireRedirects,
				() -> AppUriRules.requirePage("homePage", this.homePage),
				() -> AppUriRules.requirePage("logoUrl", this.logoUrl),
				() -> AppUriRules.requireRedirectUris("postLogoutRedirectUris", this.postLogoutRedirectUris, this.kind),
				() -> addScopes(privileged, valid));
		return new AppTerms(this.name.strip(), this.description.strip(), orNone(this.homePage), orNone(this.logoUrl),
				this.kind, distinct(this.redirectUris), distinct(this.postLogoutRedirectUris),
				valid.stream().map(AppScope::text).toList(), this.dpopRequired, this.parRequired);
	}

	private void requireName() {
		if (!ShownNameValidator.isName(this.name)) {
			throw RefusalException.field("name", "app.name",
					"must have 1 to %d printable characters, none of them invisible".formatted(ShownName.LONGEST));
		}
	}

	private void requireRedirects() {
		AppUriRules.requireRedirectUris("redirectUris", this.redirectUris, this.kind);
		if (this.kind.hasRedirectUris() && this.redirectUris.isEmpty()) {
			throw RefusalException.field("redirectUris", "app.address", "must have at least one item");
		}
	}

	private static @Nullable String orNone(@Nullable String address) {
		return (address != null && !address.isEmpty()) ? address : null;
	}

	private static List<String> distinct(List<String> addresses) {
		return addresses.stream().distinct().toList();
	}

	private void addScopes(Set<AppScope> privileged, Set<AppScope> valid) {
		for (var scope : this.scopes) {
			valid.add(AppScope.of(scope)
				.filter((candidate) -> !candidate.isPrivileged() || privileged.contains(candidate))
				.orElseThrow(() -> RefusalException.field("scopes", "app.scope",
						"must be scopes that you may assign to an app")));
		}
		if (valid.isEmpty()) {
			throw RefusalException.field("scopes", "app.scope", "must have at least one item");
		}
	}

}
