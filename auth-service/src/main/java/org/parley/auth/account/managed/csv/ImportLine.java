package org.parley.auth.account.managed.csv;

import jakarta.validation.Validator;
import org.parley.auth.account.managed.CreateAccount;
import org.parley.auth.account.managed.CreateAccount.AccountRequest;
import org.parley.auth.account.managed.DeleteAccount;
import org.parley.auth.account.managed.RenameAccount;
import org.parley.auth.account.managed.RenameAccount.NamesRequest;
import org.parley.auth.account.managed.csv.ImportAccounts.Importer;
import org.parley.auth.signin.verification.VerifyEmail;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Creates, renames, verifies or deletes the account of a line. */
@Component
class ImportLine implements ImportAccounts.Step {

	private final Users users;

	private final CreateAccount createAccount;

	private final RenameAccount renameAccount;

	private final VerifyEmail verifyEmail;

	private final DeleteAccount deleteAccount;

	private final Validator validator;

	ImportLine(Users users, CreateAccount createAccount, RenameAccount renameAccount, VerifyEmail verifyEmail,
			DeleteAccount deleteAccount, Validator validator) {
		this.users = users;
		this.createAccount = createAccount;
		this.renameAccount = renameAccount;
		this.verifyEmail = verifyEmail;
		this.deleteAccount = deleteAccount;
		this.validator = validator;
	}

	/** Runs a line. A refused one changes nothing. */
	@Override
	public LineReport run(AccountLine line, Importer importer) {
		try {
			line.requireColumns();
			return LineReport.done(line, switch (line.action()) {
				case "create" -> create(line, importer);
				case "rename" -> rename(line, importer);
				case "verify" ->
					this.verifyEmail.vouch(find(line).id(), importer.admin(), importer.clientDevice()).username();
				case "delete" -> delete(line, importer);
				default ->
					throw RefusalException.field("action", "pattern", "must be create, rename, verify or delete");
			});
		}
		catch (RefusalException ex) {
			return LineReport.refused(line, ex);
		}
	}

	private String create(AccountLine line, Importer importer) {
		var account = valid(new AccountRequest(line.cell("name").orElse(line.cell("username").orElse("")),
				line.cell("email").orElse(""), line.cell("username").orElse(null), null));
		return this.createAccount.create(account, importer.accepted(), importer.admin(), importer.clientDevice())
			.username();
	}

	private String rename(AccountLine line, Importer importer) {
		var names = valid(new NamesRequest(line.cell("new_username").orElse(null), line.cell("name").orElse(null)));
		return this.renameAccount.rename(find(line).id(), IfMatch.ANY, names, importer.admin(), importer.clientDevice())
			.username();
	}

	private String delete(AccountLine line, Importer importer) {
		var user = find(line);
		this.deleteAccount.delete(user.id(), IfMatch.ANY, importer.admin(), importer.clientDevice());
		return user.username();
	}

	private User find(AccountLine line) {
		return line.cell("username").flatMap(this.users::findByUsername).orElseThrow(Users::notFound);
	}

	private <T> T valid(T request) {
		this.validator.validate(request).stream().findFirst().ifPresent((violation) -> {
			throw RefusalException.field(violation.getPropertyPath().toString(), "invalid", violation.getMessage());
		});
		return request;
	}

}
