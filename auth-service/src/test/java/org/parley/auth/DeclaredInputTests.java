package org.parley.auth;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.platform.test.endpoint.DeclaredEndpoints;
import org.parley.platform.web.PlatformWebAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.auth.Bad.attestation;
import static org.parley.auth.Bad.bad;
import static org.parley.auth.Bad.provider;
import static org.parley.auth.Bad.registration;
import static org.parley.auth.Bad.setup;
import static org.parley.auth.Bad.text;

/** What the endpoints declare of their input. {@link BadInputIT} has the other rules. */
class DeclaredInputTests {

	private static final DeclaredEndpoints ENDPOINTS = DeclaredEndpoints.in("org.parley.auth",
			PlatformWebAutoConfiguration.class);

	private static final String REGISTER = "POST /api/v1/auth/register";

	private static final String LOGIN = "POST /api/v1/auth/login";

	private static final String REFRESH = "POST /api/v1/auth/refresh";

	private static final String PASSWORD = "POST /api/v1/auth/change-password";

	private static final String PROFILE = "PATCH /api/v1/users/me";

	private static final String ROLE = "PUT /api/v1/admin/users/01KAG2V7Q8X4M6T0N3R5W9YZAB/role";

	private static final String BAN = "POST /api/v1/admin/users/01KAG2V7Q8X4M6T0N3R5W9YZAB/ban";

	private static final String VERIFY = "POST /api/v1/auth/verify-email";

	private static final String FORGOT = "POST /api/v1/auth/forgot-password";

	private static final String RESET = "POST /api/v1/auth/reset-password";

	private static final String BEGIN = "POST /api/v1/auth/two-factor";

	private static final String CONFIRM = "POST /api/v1/auth/two-factor/confirm";

	private static final String CODES = "POST /api/v1/auth/two-factor/recovery-codes";

	private static final String DISABLE = "POST /api/v1/auth/two-factor/disable";

	private static final String TOKENS = "POST /api/v1/auth/tokens";

	private static final String TOKEN = "\"name\": \"n\", \"scopes\": [\"profile\"], \"password\": \"x\"";

	private static final String AUDIT = "GET /api/v1/admin/audit";

	private static final String OWN_AUDIT = "GET /api/v1/users/me/audit";

	private static final String EMAIL = "POST /api/v1/auth/change-email";

	private static final String CONFIRM_EMAIL = "POST /api/v1/auth/confirm-email";

	private static final String RESTORE_EMAIL = "POST /api/v1/auth/restore-email";

	private static final String PASSKEY_OPTIONS = "POST /api/v1/auth/passkeys/registration-options";

	private static final String ADD_PASSKEY = "POST /api/v1/auth/passkeys";

	private static final String SIGN_IN = "POST /api/v1/auth/passkeys/sign-in";

	private static final String RENAME_PASSKEY = "PATCH /api/v1/users/me/passkeys/01KAG2V7Q8X4M6T0N3R5W9YZAB";

	private static final String ADD_PROVIDER = "POST /api/v1/admin/identity-providers";

	private static final String LINK = "POST /api/v1/users/me/identities";

	private static final String CLOSE = "DELETE /api/v1/users/me";

	private static final String RESTORE_ACCOUNT = "POST /api/v1/auth/restore-account";

	private static final String USERS = "GET /api/v1/admin/users";

	private static final String SETUP = "POST /api/v1/setup";

	private static final String BRAND = "PUT /api/v1/admin/brand";

	private static final String RULES = "PUT /api/v1/admin/registration";

	private static final String INVITE = "POST /api/v1/users/me/invitations";

	private static final String CREATE = "POST /api/v1/admin/users";

	private static final String RENAME = "PATCH /api/v1/admin/users/01KAG2V7Q8X4M6T0N3R5W9YZAB";

	private static final String IMPORT = "POST /api/v1/admin/users/import";

	private static final String NAMED = "{\"name\": \"N\", \"email\": \"n@example.com\", \"password\": \"not to be guessed\"";

	static Stream<Bad> bodies() {
		return Stream.of(
				// register
				bad(REGISTER, "{}", "name", "not-null"),
				bad(REGISTER, registration("name", "7"), "name", "request.wrong-type"),
				bad(REGISTER, registration("name", "null"), "name", "not-null"),
				bad(REGISTER, registration("name", "\"   \""), "name", "shown-name"),
				bad(REGISTER, registration("name", "\"two\\nlines\""), "name", "shown-name"),
				bad(REGISTER, registration("name", "\"half \\ud83e\""), "name", "shown-name"),
				bad(REGISTER, registration("name", "\"\\u3164\""), "name", "shown-name"),
				bad(REGISTER, registration("name", "\"\\u2800 \\u200b\""), "name", "shown-name"),
				bad(REGISTER, registration("name", "\"\\u202eecilA\""), "name", "shown-name"),
				bad(REGISTER, registration("name", "\"Al\\u200bice\""), "name", "shown-name"),
				bad(PROFILE, "{\"displayName\": \"\\u2067Alice\"}", "displayName", "shown-name"),
				bad(PROFILE, "{\"bio\": \"\\u3164\"}", "bio", "storable-text"),
				bad(REGISTER, registration("email", "\"m\u00fc@example.com\""), "email", "mail-address"),
				bad(REGISTER, registration("name", text(101)), "name", "shown-name"),
				bad(REGISTER, registration("email", "\"nobody\""), "email", "mail-address"),
				bad(REGISTER, registration("email", "\"a@b\""), "email", "mail-address"),
				bad(REGISTER, registration("email", "\"a b@example.com\""), "email", "mail-address"),
				bad(REGISTER, registration("email", "{\"$ne\": null}"), "email", "request.wrong-type"),
				bad(REGISTER, registration("email", "\"" + "a".repeat(250) + "@example.com\""), "email",
						"mail-address"),
				bad(REGISTER, registration("password", text(300)), "password", "size"),
				bad(REGISTER, NAMED + ", \"username\": \"ab\"}", "username", "pattern"),
				bad(REGISTER, NAMED + ", \"username\": \"a b c\"}", "username", "pattern"),
				bad(REGISTER, NAMED + ", \"username\": \"" + "a".repeat(31) + "\"}", "username", "pattern"),
				bad(REGISTER, NAMED + ", \"roles\": [\"admin\"]}", "roles", "request.unknown-property"),
				// setup
				bad(SETUP, "{}", "token", "not-null"), bad(SETUP, "{}", "admin", "not-null"),
				bad(SETUP, "{}", "forum", "not-null"), bad(SETUP, "{}", "categories", "not-null"),
				bad(SETUP, setup("token", text(257)), "token", "size"),
				bad(SETUP, setup("token", "7"), "token", "request.wrong-type"),
				bad(SETUP, setup("admin", "{}"), "admin.username", "not-null"),
				bad(SETUP, setup("admin", "{}"), "admin.email", "not-null"),
				bad(SETUP, setup("admin", "{}"), "admin.password", "not-null"),
				bad(SETUP, setup("admin", "7"), "admin", "request.wrong-type"),
				bad(SETUP, setup("admin", "{\"username\": \"ab\"}"), "admin.username", "pattern"),
				bad(SETUP, setup("admin", "{\"email\": \"a@b\"}"), "admin.email", "mail-address"),
				bad(SETUP, setup("admin", "{\"name\": \"\\u2003\"}"), "admin.name", "shown-name"),
				bad(SETUP, setup("admin", "{\"role\": \"admin\"}"), "admin.role", "request.unknown-property"),
				bad(SETUP, setup("forum", "{}"), "forum.name", "not-null"),
				bad(SETUP, setup("forum", "{\"name\": \"two\\nlines\"}"), "forum.name", "shown-name"),
				bad(SETUP, setup("forum", "{\"name\": " + text(101) + "}"), "forum.name", "shown-name"),
				bad(SETUP, setup("categories", "[]"), "categories", "size"),
				bad(SETUP, setup("categories", "[" + "{},".repeat(50) + "{}]"), "categories", "size"),
				bad(SETUP, setup("categories", "{}"), "categories", "request.wrong-type"),
				bad(SETUP, setup("categories", "[null]"), "categories[0]", "not-null"),
				bad(SETUP, setup("categories", "[{}]"), "categories[0].name", "not-null"),
				bad(SETUP, setup("categories", "[{\"slug\": \"-a\"}]"), "categories[0].slug", "pattern"),
				bad(SETUP, setup("categories", "[{\"slug\": " + text(51) + "}]"), "categories[0].slug", "size"),
				bad(SETUP, setup("categories", "[{\"name\": \" \"}]"), "categories[0].name", "shown-name"),
				bad(SETUP, setup("categories", "[{\"description\": " + text(1001) + "}]"), "categories[0].description",
						"storable-text"),
				bad(SETUP, setup("categories", "[{\"description\": \"\\u0000\"}]"), "categories[0].description",
						"storable-text"),
				// brand
				bad(BRAND, "{}", "name", "not-null"),
				bad(BRAND, "{\"name\": \"N\", \"accent\": \"red\"}", "accent", "pattern"),
				bad(BRAND, "{\"name\": \"N\", \"radius\": 25}", "radius", "max"),
				bad(BRAND, "{\"name\": \"N\", \"links\": 7}", "links", "request.wrong-type"),
				// login
				bad(LOGIN, "{\"password\": \"x\"}", "login", "not-null"),
				bad(LOGIN, "{\"login\": \"alice\"}", "password", "not-null"),
				bad(LOGIN, "{\"login\": \"\", \"password\": \"x\"}", "login", "size"),
				bad(LOGIN, "{\"login\": " + text(255) + ", \"password\": \"x\"}", "login", "size"),
				bad(LOGIN, "{\"login\": \"alice\", \"password\": " + text(257) + "}", "password", "size"),
				bad(LOGIN, "{\"login\": [\"alice\"], \"password\": \"x\"}", "login", "request.wrong-type"),
				bad(LOGIN, "{\"login\": \"alice\", \"password\": true}", "password", "request.wrong-type"),
				bad(LOGIN, "{\"login\": \"alice\", \"password\": \"x\", \"otp\": 123456}", "otp", "request.wrong-type"),
				bad(LOGIN, "{\"login\": \"alice\", \"password\": \"x\", \"otp\": " + text(33) + "}", "otp", "size"),
				bad(LOGIN, "{\"login\": \"alice\", \"password\": \"x\", \"delivery\": \"pigeon\"}", "delivery",
						"pattern"),
				bad(LOGIN, "{\"login\": \"alice\", \"password\": \"x\", \"remember\": true}", "remember",
						"request.unknown-property"),
				// deletion
				bad(CLOSE, "{\"password\": 7}", "password", "request.wrong-type"),
				bad(CLOSE, "{\"password\": \"\"}", "password", "size"),
				bad(CLOSE, "{\"password\": \"x\", \"otp\": " + text(33) + "}", "otp", "size"),
				bad(CLOSE, "{\"password\": \"x\", \"why\": \"y\"}", "why", "request.unknown-property"),
				bad(RESTORE_ACCOUNT, "{\"password\": \"x\"}", "login", "not-null"),
				bad(RESTORE_ACCOUNT, "{\"login\": \"alice\", \"password\": 7}", "password", "request.wrong-type"),
				bad(RESTORE_ACCOUNT, "{\"login\": " + text(255) + ", \"password\": \"x\"}", "login", "size"),
				// refresh
				bad(REFRESH, "{\"refreshToken\": 7}", "refreshToken", "request.wrong-type"),
				bad(REFRESH, "{\"refreshToken\": " + text(201) + "}", "refreshToken", "size"),
				bad(REFRESH, "{\"token\": \"x\"}", "token", "request.unknown-property"),
				// change-password
				bad(PASSWORD, "{\"currentPassword\": \"x\"}", "newPassword", "not-null"),
				bad(PASSWORD, "{\"currentPassword\": 1, \"newPassword\": \"not to be guessed\"}", "currentPassword",
						"request.wrong-type"),
				bad(PASSWORD, "{\"currentPassword\": \"x\", \"newPassword\": \"not to be guessed\", \"otp\": 7}", "otp",
						"request.wrong-type"),
				bad(PASSWORD,
						"{\"currentPassword\": \"x\", \"newPassword\": \"not to be guessed\", \"otp\": " + text(33)
								+ "}",
						"otp", "size"),
				bad(PASSWORD,
						"{\"currentPassword\": \"x\", \"newPassword\": \"not to be guessed\", \"revokeTokens\": 1}",
						"revokeTokens", "request.wrong-type"),
				bad(PASSWORD, "{\"currentPassword\": \"x\", \"newPassword\": \"not to be guessed\", \"id\": 1}", "id",
						"request.unknown-property"),
				// profile
				bad(PROFILE, "{\"displayName\": \"\"}", "displayName", "shown-name"),
				bad(PROFILE, "{\"displayName\": \" \"}", "displayName", "shown-name"),
				bad(PROFILE, "{\"displayName\": " + text(101) + "}", "displayName", "shown-name"),
				bad(PROFILE, "{\"bio\": " + text(2001) + "}", "bio", "storable-text"),
				bad(PROFILE, "{\"bio\": \"a\\u0000b\"}", "bio", "storable-text"),
				bad(PROFILE, "{\"bio\": 7}", "bio", "request.wrong-type"),
				bad(PROFILE, "{\"avatarUrl\": \"https://" + "a".repeat(500) + "\"}", "avatarUrl", "size"),
				bad(PROFILE, "{\"email\": \"other@example.com\"}", "email", "request.unknown-property"),
				// role
				bad(ROLE, "{}", "role", "not-null"), bad(ROLE, "{\"role\": null}", "role", "not-null"),
				bad(ROLE, "{\"role\": \"king\"}", "role", "pattern"),
				bad(ROLE, "{\"role\": \"ADMIN\"}", "role", "pattern"),
				bad(ROLE, "{\"role\": 2}", "role", "request.wrong-type"),
				bad(ROLE, "{\"role\": \"user\", \"until\": 1}", "until", "request.unknown-property"),
				// ban
				bad(BAN, "{}", "reason", "not-null"), bad(BAN, "{\"reason\": \"\"}", "reason", "storable-text"),
				bad(BAN, "{\"reason\": \" \\n \"}", "reason", "storable-text"),
				bad(BAN, "{\"reason\": \"a\\u0000b\"}", "reason", "storable-text"),
				bad(BAN, "{\"reason\": " + text(501) + "}", "reason", "storable-text"),
				bad(BAN, "{\"reason\": 7}", "reason", "request.wrong-type"),
				bad(BAN, "{\"reason\": \"x\", \"until\": \"tomorrow\"}", "until", "request.wrong-type"),
				bad(BAN, "{\"reason\": \"x\", \"forever\": true}", "forever", "request.unknown-property"),
				// verify-email, forgot-password, reset-password
				bad(VERIFY, "{}", "token", "not-null"), bad(VERIFY, "{\"token\": \"\"}", "token", "size"),
				bad(VERIFY, "{\"token\": 7}", "token", "request.wrong-type"),
				bad(VERIFY, "{\"token\": " + text(201) + "}", "token", "size"),
				bad(VERIFY, "{\"token\": \"x\", \"id\": 1}", "id", "request.unknown-property"),
				bad(FORGOT, "{}", "email", "not-null"), bad(FORGOT, "{\"username\": \"\"}", "username", "size"),
				bad(FORGOT, "{\"username\": " + text(255) + "}", "username", "size"),
				bad(FORGOT, "{\"email\": {\"$ne\": null}}", "email", "request.wrong-type"),
				bad(FORGOT, "{\"email\": " + text(255) + "}", "email", "mail-address"),
				bad(FORGOT, "{\"email\": \"a@b.c\", \"login\": \"a\"}", "login", "request.unknown-property"),
				bad(RESET, "{\"password\": \"not to be guessed\"}", "token", "not-null"),
				bad(RESET, "{\"token\": \"x\"}", "password", "not-null"),
				bad(RESET, "{\"token\": \"x\", \"password\": " + text(257) + "}", "password", "size"),
				bad(RESET, "{\"token\": [\"x\"], \"password\": \"not to be guessed\"}", "token", "request.wrong-type"),
				bad(RESET, "{\"token\": \"x\", \"password\": \"not to be guessed\", \"revokeTokens\": \"no\"}",
						"revokeTokens", "request.wrong-type"),
				bad(RESET, "{\"token\": \"x\", \"password\": \"not to be guessed\", \"login\": \"a\"}", "login",
						"request.unknown-property"),
				// two-factor
				bad(BEGIN, "{\"password\": []}", "password", "request.wrong-type"),
				bad(BEGIN, "{\"password\": \"\"}", "password", "size"),
				bad(BEGIN, "{\"password\": 7}", "password", "request.wrong-type"),
				bad(BEGIN, "{\"password\": " + text(257) + "}", "password", "size"),
				bad(CONFIRM, "{}", "code", "not-null"), bad(CONFIRM, "{\"code\": \"\"}", "code", "size"),
				bad(CONFIRM, "{\"code\": 123456}", "code", "request.wrong-type"),
				bad(CONFIRM, "{\"code\": " + text(33) + "}", "code", "size"),
				bad(CONFIRM, "{\"code\": \"123456\", \"secret\": \"A\"}", "secret", "request.unknown-property"),
				bad(CODES, "{\"password\": \"x\"}", "otp", "not-null"),
				bad(CODES, "{\"password\": \"x\"}", "otp", "not-null"),
				bad(DISABLE, "{\"password\": \"x\"}", "otp", "not-null"),
				bad(DISABLE, "{\"password\": \"x\", \"otp\": " + text(33) + "}", "otp", "size"),
				bad(DISABLE, "{\"password\": \"x\", \"otp\": {\"$ne\": null}}", "otp", "request.wrong-type"),
				// tokens
				bad(TOKENS, "{}", "name", "not-null"), bad(TOKENS, "{" + TOKEN + "}", "expiresAt", "not-null"),
				bad(TOKENS, "{\"name\": \" \"}", "name", "shown-name"),
				bad(TOKENS, "{\"name\": " + text(101) + "}", "name", "shown-name"),
				bad(TOKENS, "{\"scopes\": []}", "scopes", "size"),
				bad(TOKENS, "{\"scopes\": \"admin\"}", "scopes", "request.wrong-type"),
				bad(TOKENS, "{\"scopes\": [null]}", "scopes[0]", "not-null"),
				bad(TOKENS, "{\"password\": " + text(257) + "}", "password", "size"),
				bad(TOKENS, "{" + TOKEN + ", \"expiresAt\": \"soon\"}", "expiresAt", "request.wrong-type"),
				bad(TOKENS, "{" + TOKEN + ", \"token\": \"t\"}", "token", "request.unknown-property"),
				// audit
				bad(AUDIT + "?limit=0", null, "limit", "min"), bad(AUDIT + "?limit=101", null, "limit", "max"),
				bad(AUDIT + "?user=%24ne", null, "user", "pattern"),
				bad(AUDIT + "?sort=at", null, "sort", "request.unknown-property"),
				bad(OWN_AUDIT + "?limit=0", null, "limit", "min"),
				bad(OWN_AUDIT + "?user=a", null, "user", "request.unknown-property"),
				// change-email
				bad(EMAIL, "{\"password\": \"x\"}", "email", "not-null"),
				bad(EMAIL, "{\"email\": \"nobody\", \"password\": \"x\"}", "email", "mail-address"),
				bad(EMAIL, "{\"email\": \"" + "a".repeat(250) + "@example.com\"}", "email", "mail-address"),
				bad(EMAIL, "{\"email\": \"a@example.com\", \"password\": \"\"}", "password", "size"),
				bad(EMAIL, "{\"email\": {\"$ne\": null}}", "email", "request.wrong-type"),
				bad(CONFIRM_EMAIL, "{}", "token", "not-null"),
				bad(CONFIRM_EMAIL, "{\"token\": " + text(201) + "}", "token", "size"),
				bad(RESTORE_EMAIL, "{\"token\": 7}", "token", "request.wrong-type"),
				bad(RESTORE_EMAIL, "{\"token\": \"x\", \"email\": \"a@b.c\"}", "email", "request.unknown-property"),
				bad(EMAIL, "{\"email\": \"a@example.com\", \"password\": \"x\", \"otp\": 7}", "otp",
						"request.wrong-type"),
				bad(TOKENS, "{\"otp\": " + text(33) + "}", "otp", "size"),
				// passkeys
				bad(PASSKEY_OPTIONS, "{\"password\": \"\"}", "password", "size"),
				// identity providers
				bad(ADD_PROVIDER, "{}", "id", "not-null"), bad(ADD_PROVIDER, provider("id", "\"A\""), "id", "pattern"),
				bad(ADD_PROVIDER, provider("id", "\"../x\""), "id", "pattern"),
				bad(ADD_PROVIDER, provider("kind", "\"saml\""), "kind", "pattern"),
				bad(ADD_PROVIDER, provider("name", "\"two\\nlines\""), "name", "shown-name"),
				bad(ADD_PROVIDER, provider("clientId", "\"with space\""), "clientId", "pattern"),
				bad(ADD_PROVIDER, provider("clientSecret", "\"\""), "clientSecret", "pattern"),
				bad(ADD_PROVIDER, provider("position", "-1"), "position", "min"),
				bad(LINK, "{}", "provider", "not-null"), bad(RULES, "{}", "mode", "not-null"),
				bad(RULES, "{\"mode\": \"ajar\"}", "mode", "pattern"),
				bad(RULES, "{\"mode\": \"open\", \"inviters\": \"king\"}", "inviters", "pattern"),
				bad(RULES, "{\"mode\": \"open\", \"robotCheck\": \"maybe\"}", "robotCheck", "pattern"),
				bad(RULES, "{\"mode\": \"open\", \"blockedDomains\": [null]}", "blockedDomains[0]", "not-null"),
				bad(INVITE, "{\"email\": \"nobody\"}", "email", "mail-address"),
				bad(INVITE, "{\"groups\": [\"board\"]}", "groups[0]", "pattern"),
				bad(INVITE, "{\"uses\": 101}", "uses", "max"), bad(CREATE, "{}", "email", "not-null"),
				bad(CREATE, "{\"name\": \"N\", \"email\": \"n@example.com\", \"role\": \"admin\"}", "role",
						"request.unknown-property"),
				bad(RENAME, "{\"username\": \"x\"}", "username", "pattern"), bad(IMPORT, "{}", "csv", "not-null"),
				bad(REGISTER, NAMED + ", \"invitation\": \"\"}", "invitation", "size"),
				bad(REGISTER, NAMED + ", \"challenge\": {}}", "challenge.token", "not-null"),
				bad(USERS + "?status=active", null, "status", "pattern"),
				bad(USERS + "?ids=01KAG2V7Q8X4M6T0N3R5W9YZAB,x", null, "ids", "pattern"),
				bad(LINK, "{\"provider\": 7}", "provider", "request.wrong-type"),
				bad(LINK, "{\"provider\": " + text(31) + "}", "provider", "size"),
				bad(PASSKEY_OPTIONS, "{\"password\": \"x\", \"otp\": " + text(33) + "}", "otp", "size"),
				bad(PASSKEY_OPTIONS, "{\"password\": \"x\", \"name\": \"n\"}", "name", "request.unknown-property"),
				bad(ADD_PASSKEY, "{\"name\": \"n\"}", "credential", "not-null"),
				bad(ADD_PASSKEY, "{\"name\": \" \"}", "name", "shown-name"),
				bad(ADD_PASSKEY, "{\"name\": \"n\", \"credential\": {}}", "credential.response", "not-null"),
				bad(ADD_PASSKEY, "{\"name\": \"n\", \"credential\": 7}", "credential", "request.wrong-type"),
				bad(ADD_PASSKEY, attestation("\"not base64\"", "\"o2M\""), "credential.response.clientDataJSON",
						"pattern"),
				bad(ADD_PASSKEY, attestation(text(4098), "\"o2M\""), "credential.response.clientDataJSON", "size"),
				bad(SIGN_IN, "{}", "credential", "not-null"),
				bad(SIGN_IN, "{\"credential\": {\"id\": 7}}", "credential.id", "request.wrong-type"),
				bad(SIGN_IN, "{\"credential\": {\"id\": \"a\", \"response\": {}}}", "credential.response.signature",
						"not-null"),
				bad(SIGN_IN, "{\"login\": \"alice\"}", "login", "request.unknown-property"),
				bad(SIGN_IN, "{\"delivery\": \"pigeon\"}", "delivery", "pattern"),
				bad(RENAME_PASSKEY, "{}", "name", "not-null"),
				bad(RENAME_PASSKEY, "{\"name\": " + text(101) + "}", "name", "shown-name"),
				// list
				bad(USERS + "?limit=0", null, "limit", "min"), bad(USERS + "?limit=101", null, "limit", "max"),
				bad(USERS + "?limit=ten", null, "limit", "request.wrong-type"),
				bad(USERS + "?role=king", null, "role", "pattern"), bad(USERS + "?q=", null, "q", "size"),
				bad(USERS + "?q=%00", null, "q", "storable-text"),
				bad(USERS + "?q=" + "a".repeat(255), null, "q", "size"),
				bad(USERS + "?sort=email", null, "sort", "request.unknown-property"),
				bad(USERS + "?q=a&q=b", null, "q", "request.repeated-property"),
				bad("GET /api/v1/users/me?fields=email", null, "fields", "request.unknown-property"),
				bad("GET /api/v1/users/alice?x=1", null, "x", "request.unknown-property"),
				bad("GET /api/v1/auth/sessions?limit=1", null, "limit", "request.unknown-property"),
				bad("POST /api/v1/auth/logout?all=1", null, "all", "request.unknown-property"));
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void invalidPropertyIsNamed(Bad bad) {
		assertThat(ENDPOINTS.refuse(bad.method(), bad.path(), bad.body())).contains(bad.field() + " " + bad.code());
	}

	/** Forms with several faults, which a person corrects in one round. */
	static Stream<Arguments> forms() {
		return Stream.of(
				Arguments.of(REGISTER,
						"{\"name\": \"\\u200b\", \"email\": \"x\", \"username\": \"a b\", \"password\": \"short\"}",
						List.of("name shown-name", "email mail-address", "username pattern",
								"password password.length")),
				Arguments.of(REGISTER,
						"{\"name\": \"Adm1n\", \"email\": \"x\", \"username\": \"root\", \"password\": \"password\", "
								+ "\"locale\": \"klingon\"}",
						List.of("name display-name.reserved", "email mail-address", "username username.reserved",
								"password password.common", "locale profile.locale")),
				Arguments.of(REGISTER,
						"{\"name\": \"山田\", \"email\": \"yamada@example.jp\", \"username\": \"yamada\", "
								+ "\"password\": \"yamada@example.jp1\"}",
						List.of("password password.common")),
				Arguments.of("POST /api/v1/setup",
						setup("admin", "{\"username\": \"everyone\", \"email\": \"x\", \"password\": \"1234567\"}"),
						List.of("admin.username username.reserved", "admin.email mail-address",
								"admin.password password.length", "categories size")),
				Arguments.of(RESET, "{\"token\": \"\", \"password\": \"short\"}",
						List.of("token size", "password password.length")),
				Arguments.of("POST /api/v1/admin/users",
						"{\"name\": \"Moderator\", \"email\": \"x\", \"username\": \"admin\", \"locale\": \"??\"}",
						List.of("name display-name.reserved", "email mail-address", "username username.reserved",
								"locale profile.locale")),
				Arguments.of(PROFILE,
						"{\"displayName\": \" \", \"avatarUrl\": \"ftp://x\", \"locale\": \"xx\", \"timeZone\": \"Mars\"}",
						List.of("displayName shown-name", "avatarUrl profile.avatar-url", "locale profile.locale",
								"timeZone profile.time-zone")));
	}

	@ParameterizedTest
	@MethodSource("forms")
	void allInvalidPropertiesOfAFormAreNamed(String route, String body, List<String> problems) {
		var parts = route.split(" ", 2);
		assertThat(ENDPOINTS.refuse(parts[0], parts[1], body)).containsAll(problems);
	}

	@Test
	void eachInvalidPropertyOfAFormIsNamedOnce() {
		var body = "{\"name\": \"N\", \"email\": \"n@example.com\", \"password\": " + text(257) + "}";
		assertThat(ENDPOINTS.refuse("POST", "/api/v1/auth/register", body)).containsExactly("password size");
	}

}
