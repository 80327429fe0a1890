package org.parley.auth.federation.join;

import java.util.Locale;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.parley.auth.federation.join.RegisterWithProvider.Newcomer;
import org.parley.auth.signin.registration.NewAccount;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;
import org.parley.auth.user.profile.DisplayNames;
import org.parley.platform.text.name.MailAddress;
import org.parley.platform.text.name.ShownName;

/**
 * The fields of the page where a person completes their new account.
 *
 * @param invitation token of an invitation, or empty
 * @param picture whether they want the picture that they have at the provider
 */
record JoinForm(@NotNull @Pattern(regexp = Username.FORM) String username, @NotNull @ShownName String name,
		@NotNull @MailAddress String email, @Size(max = 100) String invitation, boolean picture) {

	/**
	 * The account to open, without a password.
	 * @throws org.parley.platform.domain.RefusalException 400 when a name is reserved
	 */
	Newcomer newcomer(Locale language) {
		return new Newcomer(new NewAccount(DisplayNames.chosen("name", this.name), User.addressOf(this.email), null,
				Username.chosen(this.username), language), this.invitation.isEmpty() ? null : this.invitation);
	}

	@Override
	public String toString() {
		return "JoinForm[***]";
	}

}
