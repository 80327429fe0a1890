package org.parley.auth.signin.setup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.password.PasswordRules;
import org.parley.auth.signin.registration.NewAccount;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.name.MailAddress;
import org.parley.platform.text.name.ShownName;
import org.parley.platform.web.rule.RuledRequest;

/**
 * Sets up a new installation.
 *
 * @param categories first categories, in order
 */
record SetupRequest(
		@Schema(example = "parley_setup_sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @NotNull @Size(min = 1,
				max = 256) String token,
		@NotNull @Valid Administrator admin, @NotNull @Valid ForumName forum,
		@NotNull @Size(min = 1, max = 50, message = "must be 1 to 50 categories") List<@NotNull(
				message = "must not be null") @Valid FirstCategory> categories) {

	/**
	 * The categories with their slugs; those that are not given are made of the names.
	 * @throws RefusalException 400 about the second of two equal slugs
	 */
	List<FirstCategory> plannedCategories() {
		var taken = new HashSet<String>();
		for (var i = 0; i < this.categories.size(); i++) {
			var slug = this.categories.get(i).slug();
			if (slug != null && !taken.add(slug)) {
				throw RefusalException.field("categories[" + i + "].slug", "category.slug-taken",
						"is the slug of another category");
			}
		}
		var planned = new ArrayList<FirstCategory>();
		for (var category : this.categories) {
			var one = category.withSlug(taken);
			taken.add(Objects.requireNonNull(one.slug()));
			planned.add(one);
		}
		return planned;
	}

	/** Omits the token and the password. */
	@Override
	public String toString() {
		return "SetupRequest[***]";
	}

	/**
	 * The first administrator.
	 *
	 * @param name display name; the username by default
	 */
	@Schema(name = "FirstAdministrator")
	record Administrator(
			@Schema(example = "alice") @NotNull @Pattern(regexp = Username.FORM,
					message = "must be 3 to 30 letters, digits, _ or -") String username,
			@Schema(example = "alice@example.org") @NotNull @MailAddress String email,
			@Schema(example = "curiouser & curiouser") @NotNull @Size(max = 256,
					message = "must have 8 to 128 characters") String password,
			@Schema(example = "Alice Liddell") @ShownName @Nullable String name) implements RuledRequest {

		@Override
		public List<Runnable> rules() {
			var names = Stream.of(this.email, this.name, this.username).filter(Objects::nonNull).toArray(String[]::new);
			return List.of(RuledRequest.rule(this.username, (value) -> Username.ofAdministrator("username", value)),
					RuledRequest.rule(this.password, (value) -> PasswordRules.check("password", value, names)));
		}

		/**
		 * The account to open.
		 * @throws RefusalException 400 when the username is reserved
		 */
		NewAccount account(Locale language) {
			var chosen = Username.ofAdministrator("admin.username", this.username);
			return new NewAccount((this.name != null) ? this.name : this.username, User.addressOf(this.email),
					this.password, chosen, language);
		}

		@Override
		public String toString() {
			return "Administrator[***]";
		}

	}

	/**
	 * The forum.
	 *
	 * @param language of its first threads, a BCP 47 tag; English by default
	 */
	@Schema(name = "ForumName")
	record ForumName(@Schema(example = "The Tea Party") @NotNull @ShownName String name,
			@Schema(example = "en") @Size(max = 35, message = "must have at most 35 characters") @Pattern(
					regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}",
					message = "must be a language tag such as en or pt-BR") @Nullable String language) {
	}

}
