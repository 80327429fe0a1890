package org.parley.moderation.incident;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.moderation.category.ModerationRights;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.PageParameters;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves incidents to the moderators of their categories. */
@RestController
@Tag(name = "Moderation")
class IncidentController {

	private final Incidents incidents;

	private final ModerationRights rights;

	IncidentController(Incidents incidents, ModerationRights rights) {
		this.incidents = incidents;
		this.rights = rights;
	}

	@GetMapping("/api/v1/admin/incidents")
	@Operation(summary = "List incidents, newest first")
	ResponseEntity<Paged<Incident>> list(@Valid @ParameterObject PageParameters query, Caller caller) {
		return EntityTagResponses.of(this.incidents.findPage(query, this.rights.scopeOf(caller)));
	}

}
