package org.parley.notification.account;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.parley.contracts.SealedEventSecret;
import org.parley.contracts.account.AccountData;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.contracts.account.contact.SecurityAlert.Kind;
import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.NewMail;

import static org.assertj.core.api.Assertions.assertThat;

class AccountMailListenerTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	@ParameterizedTest
	@NullSource
	@EnumSource
	void everyAlertHasWords(@Nullable Kind kind) {
		var mail = mail(kind, null, null);
		assertThat(mail.template() != MailTemplate.SECURITY_ALERT || ResourceBundle.getBundle("messages", Locale.ROOT)
			.containsKey("mail.security-alert." + mail.values().get("kind"))).isTrue();
	}

	@Test
	void alertOfUnknownKindIsMailedInGeneralWords() {
		assertThat(mail(null, null, null).values()).containsEntry("kind", "other");
	}

	@ParameterizedTest
	@EnumSource(names = { "ACCOUNT_DELETING", "ACCOUNT_CLOSED", "ACCOUNT_REMOVED" })
	void alertOfDeletionHasItsOwnMailWithTheTimeUntilWhichItCanBeUndone(Kind kind) {
		var mail = mail(kind, NOON, null);
		assertThat(mail.template()).isEqualTo(MailTemplate.valueOf(kind.name()));
		assertThat(mail.expiresAt()).isEqualTo(NOON);
		assertThat(mail(kind, null, null).values()).containsEntry("kind", "other");
	}

	@Test
	void alertOfRenamingHasTheNewName() {
		assertThat(mail(Kind.RENAMED, null, null).values()).containsEntry("kind", "renamed")
			.containsEntry("username", "alice");
	}

	private static NewMail mail(@Nullable Kind kind, @Nullable Instant until, @Nullable String app) {
		var user = new AccountData("alice", "alice", "Alice", null, null, null, null, List.of());
		return AccountMailListener
			.alertMail(new SecurityAlert(user, kind, new SealedEventSecret("sealed"), "en", NOON, until, app), "event");
	}

}
