package org.parley.auth.user.audit;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the audit: own records for users, all records for administrators. */
@RestController
class AuditController {

	private final AuditLog log;

	AuditController(AuditLog log) {
		this.log = log;
	}

	@GetMapping("/api/v1/users/me/audit")
	@Tag(name = "Users")
	@Operation(summary = "List the audit records of your account, newest first; kept for one year")
	ResponseEntity<Paged<OwnEntry>> own(Caller caller, @Valid @ParameterObject AuditQuery.Own query) {
		return EntityTagResponses.of(this.log.page(query.of(caller.id())).map(OwnEntry::of));
	}

	@GetMapping("/api/v1/admin/audit")
	@Tag(name = "Administration")
	@Operation(summary = "List the audit records of all accounts, newest first; kept for one year")
	ResponseEntity<Paged<AdminEntry>> all(@Valid @ParameterObject AuditQuery query) {
		return EntityTagResponses.of(this.log.page(query).map(AdminEntry::of));
	}

	/**
	 * An audit record, as shown to the owner of the account.
	 *
	 * @param detail the change in one word, names or ids, or null
	 * @param address the IP address of the request; null for actions of administrators,
	 * moderators and jobs
	 * @param byOthers whether an administrator or a moderator acted
	 */
	@Schema(name = "OwnAuditEntry")
	record OwnEntry(@Schema(example = "01KAG2VB4D6F8H0J2K4M6N8P0Q") String id, Instant at,
			@Schema(example = "signed-in") String act, @Nullable String detail,
			@Schema(example = "203.0.113.7") @Nullable String address, boolean byOthers) {

		static OwnEntry of(AuditRecord stored) {
			return new OwnEntry(stored.id(), stored.at(), AuditAction.text(stored.act()), stored.detail(),
					stored.isByOthers() ? null : stored.address(), stored.isByOthers());
		}

	}

	/**
	 * An audit record, as shown to administrators.
	 *
	 * @param userId the account; null if no account has the attempted name
	 * @param by the acting user; null if the client was not authenticated
	 * @param detail the change in one word, names or ids, or null
	 * @param address the IP address of the request; null for jobs and for acts in other
	 * services
	 */
	@Schema(name = "AuditEntry")
	record AdminEntry(@Schema(example = "01KAG2VB4D6F8H0J2K4M6N8P0Q") String id, Instant at,
			@Schema(example = "role-changed") String act,
			@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") @Nullable String userId,
			@Schema(example = "01KAG2T1A3B5C7D9E1F3G5H7J9") @Nullable String by,
			@Schema(example = "moderator") @Nullable String detail,
			@Schema(example = "203.0.113.7") @Nullable String address,
			@Schema(example = "01KAG3DZX1C2V3B4N5M6A7S8D9") @Nullable String correlationId) {

		static AdminEntry of(AuditRecord stored) {
			return new AdminEntry(stored.id(), stored.at(), AuditAction.text(stored.act()), stored.userId(),
					stored.by(), stored.detail(), stored.address(), stored.correlationId());
		}

	}

}
