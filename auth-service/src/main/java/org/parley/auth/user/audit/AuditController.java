package org.parley.auth.user.audit;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.platform.security.Caller;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The security audit: their own part for people, all of it for administrators. */
@RestController
class AuditController {

	private final AuditLog log;

	AuditController(AuditLog log) {
		this.log = log;
	}

	@GetMapping("/api/v1/users/me/audit")
	@Tag(name = "Users")
	@Operation(summary = "What happened to your account, the newest first, for a year")
	ResponseEntity<Paged<OwnEntry>> own(Caller caller, @Valid @ParameterObject AuditQuery.Own wish) {
		return EntityTagResponses.of(this.log.page(wish.of(caller.id()), OwnEntry::of));
	}

	@GetMapping("/api/v1/admin/audit")
	@Tag(name = "Administration")
	@Operation(summary = "What happened to accounts, the newest first, for a year")
	ResponseEntity<Paged<AdminEntry>> all(@Valid @ParameterObject AuditQuery wish) {
		return EntityTagResponses.of(this.log.page(wish, AdminEntry::of));
	}

	/**
	 * One thing that happened to the own account.
	 *
	 * @param id sortable by time
	 * @param at when
	 * @param act what
	 * @param detail what changed, in a word, or null
	 * @param address where the request came from; null when it was not the owner's, nor a
	 * stranger's who tried to be the owner
	 * @param byOthers whether administrators or moderators did it
	 */
	@Schema(name = "OwnAuditEntry")
	record OwnEntry(@Schema(example = "01KAG2VB4D6F8H0J2K4M6N8P0Q") String id, Instant at,
			@Schema(example = "signed-in") String act, @Nullable String detail,
			@Schema(example = "203.0.113.7") @Nullable String address, boolean byOthers) implements AuditLog.Entry {

		static OwnEntry of(StoredAuditRecord storedAuditRecord) {
			return new OwnEntry(storedAuditRecord.id(), storedAuditRecord.at(),
					AuditAction.text(storedAuditRecord.act()), storedAuditRecord.detail(),
					storedAuditRecord.isByOthers() ? null : storedAuditRecord.address(),
					storedAuditRecord.isByOthers());
		}

	}

	/**
	 * One thing that happened to an account.
	 *
	 * @param id sortable by time
	 * @param at when
	 * @param act what
	 * @param userId whose account; null when nobody has the name that was tried
	 * @param by who did it, or null when nobody was signed in
	 * @param detail what changed, in a word, or null
	 * @param address where the request came from; null when no request did it
	 * @param correlationId the request, as logs name it
	 */
	@Schema(name = "AuditEntry")
	record AdminEntry(@Schema(example = "01KAG2VB4D6F8H0J2K4M6N8P0Q") String id, Instant at,
			@Schema(example = "role-changed") String act,
			@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") @Nullable String userId,
			@Schema(example = "01KAG2T1A3B5C7D9E1F3G5H7J9") @Nullable String by,
			@Schema(example = "moderator") @Nullable String detail,
			@Schema(example = "203.0.113.7") @Nullable String address,
			@Schema(example = "01KAG3DZX1C2V3B4N5M6A7S8D9") @Nullable String correlationId) implements AuditLog.Entry {

		static AdminEntry of(StoredAuditRecord storedAuditRecord) {
			return new AdminEntry(storedAuditRecord.id(), storedAuditRecord.at(),
					AuditAction.text(storedAuditRecord.act()), storedAuditRecord.userId(), storedAuditRecord.by(),
					storedAuditRecord.detail(), storedAuditRecord.address(), storedAuditRecord.correlationId());
		}

	}

}
