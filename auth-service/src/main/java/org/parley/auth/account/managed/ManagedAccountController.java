package org.parley.auth.account.managed;

import java.net.URI;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.auth.account.admin.UserAdminView;
import org.parley.auth.account.managed.CreateAccount.AccountRequest;
import org.parley.auth.account.managed.RenameAccount.NamesRequest;
import org.parley.auth.user.Users;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators create, read, approve, rename, delete and restore accounts. */
@RestController
@RequestMapping(ManagedAccountController.PATH)
@Tag(name = "Administration")
class ManagedAccountController {

	static final String PATH = "/api/v1/admin/users";

	private final Users users;

	private final CreateAccount createAccount;

	private final ApproveRegistration approveRegistration;

	private final RenameAccount renameAccount;

	private final DeleteAccount deleteAccount;

	ManagedAccountController(Users users, CreateAccount createAccount, ApproveRegistration approveRegistration,
			RenameAccount renameAccount, DeleteAccount deleteAccount) {
		this.users = users;
		this.createAccount = createAccount;
		this.approveRegistration = approveRegistration;
		this.renameAccount = renameAccount;
		this.deleteAccount = deleteAccount;
	}

	@PostMapping
	@Idempotent
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Create an account; its owner receives a link to choose a password")
	ResponseEntity<Data<UserAdminView>> create(@Valid @RequestBody AccountRequest request, Locale accepted,
			Caller caller, ClientDevice clientDevice) {
		var user = this.createAccount.create(request, accepted, caller, clientDevice);
		return ResponseEntity.created(URI.create(PATH + "/" + user.id())).body(new Data<>(UserAdminView.of(user)));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Read an account")
	ResponseEntity<Data<UserAdminView>> show(@PathVariable String id) {
		var user = this.users.require(id);
		return EntityTagResponses.of(user.version(), UserAdminView.of(user));
	}

	@PatchMapping("/{id}")
	@Operation(summary = "Rename an account; a new username signs its owner out everywhere")
	ResponseEntity<Data<UserAdminView>> rename(@PathVariable String id, IfMatch condition,
			@Valid @RequestBody NamesRequest names, Caller caller, ClientDevice clientDevice) {
		var user = this.renameAccount.rename(id, condition, names, caller, clientDevice);
		return EntityTagResponses.of(user.version(), UserAdminView.of(user));
	}

	@PostMapping("/{id}/approve")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Approve a registration; its owner receives a mail")
	ResponseEntity<Data<UserAdminView>> approve(@PathVariable String id, Caller caller, ClientDevice clientDevice) {
		var user = this.approveRegistration.approve(id, caller, clientDevice);
		return EntityTagResponses.of(user.version(), UserAdminView.of(user));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete an account; it can be restored for a limited time, unless it awaits approval")
	void delete(@PathVariable String id, IfMatch condition, Caller caller, ClientDevice clientDevice) {
		this.deleteAccount.delete(id, condition, caller, clientDevice);
	}

	@PostMapping("/{id}/restore")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Restore an account that is to be erased; its owner receives a mail")
	ResponseEntity<Data<UserAdminView>> restore(@PathVariable String id, Caller caller, ClientDevice clientDevice) {
		var user = this.deleteAccount.restore(id, caller, clientDevice);
		return EntityTagResponses.of(user.version(), UserAdminView.of(user));
	}

}
