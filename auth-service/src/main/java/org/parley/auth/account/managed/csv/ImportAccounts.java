package org.parley.auth.account.managed.csv;

import java.util.List;
import java.util.Locale;

import jakarta.validation.Validator;
import org.parley.auth.account.managed.CreateAccount;
import org.parley.auth.account.managed.CreateAccount.AccountRequest;
import org.parley.auth.account.managed.DeleteAccount;
import org.parley.auth.account.managed.RenameAccount;
import org.parley.auth.account.managed.RenameAccount.NamesRequest;
import org.parley.auth.signin.verification.VerifyEmail;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Creates, renames, verifies and deletes the accounts of a file, line by line. */
@Component
class ImportAccounts {

	private final Users users;

	private final CreateAccount createAccount;

	private final RenameAccount renameAccount;

	private final VerifyEmail verifyEmail;

	private final DeleteAccount deleteAccount;

	private final Validator validator;

	ImportAccounts(Users users, CreateAccount createAccount, RenameAccount renameAccount, VerifyEmail verifyEmail,
			DeleteAccount deleteAccount, Validator validator) {
		this.users = users;
		this.createAccount = createAccount;
		this.renameAccount = renameAccount;
		this.verifyEmail = verifyEmail;
		this.deleteAccount = deleteAccount;
		this.validator = validator;
	}

	/**
	 * Runs all lines. A refused line changes nothing and does not stop the others.
	 * @throws RefusalException 400 as {@link AccountLines#read}
	 */
	List<LineReport> run(String csv, Locale accepted, Caller admin, ClientDevice clientDevice) {
		return AccountLines.read(csv)
			.stream()
			.map((line) -> run(line, new Request(accepted, admin, clientDevice)))
			.toList();
	}

	private LineReport run(AccountLine line, Request request) {
		try {
			return LineReport.done(line, switch (line.action()) {
				case "create" -> create(line, request);
				case "rename" -> rename(line, request);
				case "verify" ->
					this.verifyEmail.vouch(find(line).id(), request.admin(), request.clientDevice()).username();
				case "delete" -> delete(line, request);
				default ->
					throw RefusalException.field("action", "pattern", "must be create, rename, verify or delete");
			});
		}
		catch (RefusalException ex) {
			return LineReport.refused(line, ex);
		}
	}

	private String create(AccountLine line, Request request) {
		var account = valid(new AccountRequest(line.cell("name").orElse(line.cell("username").orElse("")),
				line.cell("email").orElse(""), line.cell("username").orElse(null), null));
		return this.createAccount.create(account, request.accepted(), request.admin(), request.clientDevice())
			.username();
	}

	private String rename(AccountLine line, Request request) {
		var names = valid(new NamesRequest(line.cell("new_username").orElse(null), line.cell("name").orElse(null)));
		return this.renameAccount.rename(find(line).id(), IfMatch.ANY, names, request.admin(), request.clientDevice())
			.username();
	}

	private String delete(AccountLine line, Request request) {
		var user = find(line);
		this.deleteAccount.delete(user.id(), IfMatch.ANY, request.admin(), request.clientDevice());
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

	/** The administrator and their request. */
	private record Request(Locale accepted, Caller admin, ClientDevice clientDevice) {
	}

}
