package org.parley.forum;

import org.parley.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;

/**
 * Access rules by path, scope and role. Use cases check the rules that depend on the
 * category, the thread or the author.
 */
@Configuration(proxyBeanMethods = false)
class ForumAccess {

	private static final String[] FORUM = { "/api/v1/categories/**", "/api/v1/threads/**", "/api/v1/posts/**",
			"/api/v1/feeds/**", "/api/v1/members/**", "/api/v1/tags" };

	/** Open to members, because the use cases check which categories they moderate. */
	private static final String[] FOR_MODERATORS = { "/api/v1/threads/*/lock", "/api/v1/threads/*/unlock",
			"/api/v1/threads/*/archive", "/api/v1/threads/*/unarchive", "/api/v1/threads/*/hide",
			"/api/v1/threads/*/unhide", "/api/v1/threads/*/pin", "/api/v1/threads/*/unpin", "/api/v1/threads/*/move",
			"/api/v1/threads/*/restore", "/api/v1/threads/*/merge", "/api/v1/threads/*/split" };

	/** Personal data and other resources that guests may not read. */
	private static final String[] OWN = { "/api/v1/bookmarks/**", "/api/v1/drafts/**", "/api/v1/members",
			"/api/v1/subscriptions/**", "/api/v1/threads/*/subscription", "/api/v1/categories/*/subscription",
			"/api/v1/tags/*/subscription", "/api/v1/threads/progress", "/api/v1/threads/*/progress",
			"/api/v1/posts/*/history" };

	@Bean
	AccessRules rules(RoleHierarchy roles) {
		return (requests) -> {
			requests.requestMatchers(HttpMethod.POST, "/internal/views").permitAll();
			requests.requestMatchers(HttpMethod.POST, "/api/v1/incoming/*/*").permitAll();
			requests.requestMatchers("/api/v1/categories/*/incoming-addresses/**")
				.access(AccessRules.may("user", "moderation", roles));
			requests.requestMatchers(AccessRules.reads(OWN)).access(AccessRules.may("user", "threads:read", roles));
			requests.requestMatchers(OWN).access(AccessRules.may("user", "threads:write", roles));
			requests.requestMatchers(AccessRules.reads(FORUM)).access(AccessRules.guestOr("threads:read"));
			requests.requestMatchers("/api/v1/admin/stats").access(AccessRules.may("admin", "admin", roles));
			requests.requestMatchers("/api/v1/admin/thread-works/*", "/api/v1/admin/reports")
				.access(AccessRules.may("user", "moderation", roles));
			requests.requestMatchers("/api/v1/categories/**").access(AccessRules.may("admin", "admin", roles));
			requests.requestMatchers(HttpMethod.DELETE, "/api/v1/members/*/posts")
				.access(AccessRules.may("admin", "admin", roles));
			requests.requestMatchers(FOR_MODERATORS).access(AccessRules.may("user", "moderation", roles));
			requests.requestMatchers(FORUM).access(AccessRules.may("user", "threads:write", roles));
		};
	}

}
