package org.parley.auth.signin.admission.invitation;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.paging.PageParameters;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invitations: one's own, and for administrators those of all. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Users")
class InvitationController {

	private static final String OWN = "/users/me/invitations";

	private static final String ALL = "/admin/invitations";

	private final InvitationList list;

	private final InvitePeople invitePeople;

	private final WithdrawInvitation withdrawInvitation;

	InvitationController(InvitationList list, InvitePeople invitePeople, WithdrawInvitation withdrawInvitation) {
		this.list = list;
		this.invitePeople = invitePeople;
		this.withdrawInvitation = withdrawInvitation;
	}

	@GetMapping(OWN)
	@Operation(summary = "List your invitations, newest first")
	ResponseEntity<Paged<InvitationView>> listOwn(@Valid @ParameterObject PageParameters query, Caller caller) {
		return EntityTagResponses.of(this.list.own(caller.id(), query));
	}

	@PostMapping(OWN)
	@Idempotent(secretAnswer = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Invite people; an invitation for a mail address is sent to it")
	ResponseEntity<Data<InvitationView>> invite(@Valid @RequestBody InvitationRequest request, Caller caller,
			ClientDevice clientDevice) {
		var view = this.invitePeople.invite(caller, request, clientDevice);
		return ResponseEntity.created(URI.create("/api/v1" + OWN + "/" + view.id())).body(new Data<>(view));
	}

	@DeleteMapping(OWN + "/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Withdraw your invitation")
	void withdrawOwn(@PathVariable String id, Caller caller, ClientDevice clientDevice) {
		this.withdrawInvitation.withdrawOwn(id, caller, clientDevice);
	}

	@GetMapping(ALL)
	@Operation(summary = "List all invitations, newest first")
	ResponseEntity<Paged<InvitationView>> listAll(@Valid @ParameterObject PageParameters query) {
		return EntityTagResponses.of(this.list.all(query));
	}

	@DeleteMapping(ALL + "/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Withdraw an invitation")
	void withdraw(@PathVariable String id, Caller caller, ClientDevice clientDevice) {
		this.withdrawInvitation.withdrawAny(id, caller, clientDevice);
	}

}
