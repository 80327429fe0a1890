package org.parley.realtime.presence;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/presence")
@Tag(name = "Presence")
class PresenceController {

	/** A hundred ids with commas between them. */
	private static final int MAX_LENGTH = 2_699;

	private final PresenceStore presenceStore;

	private final PresenceRights presenceRights;

	private final PresencePreferences preferences;

	PresenceController(PresenceStore presenceStore, PresenceRights presenceRights, PresencePreferences preferences) {
		this.presenceStore = presenceStore;
		this.presenceRights = presenceRights;
		this.preferences = preferences;
	}

	@GetMapping
	@Operation(summary = "Get whether people are online",
			description = "`people` names up to 100 ids, separated by commas. People whose presence you may not see are left out.")
	ResponseEntity<Data<List<Presence>>> findPresence(
			@RequestParam @Size(max = MAX_LENGTH, message = "must have at most 100 ids") String people, Caller caller) {
		var visible = this.presenceRights.visibleAmong(Arrays.asList(people.split(",")), caller);
		return EntityTagResponses.of(new Data<>(find(visible)));
	}

	@GetMapping("/preferences")
	@Operation(summary = "Get whether you are invisible")
	ResponseEntity<Data<PresencePreferenceBody>> preference(Caller caller) {
		var preference = new PresencePreferenceBody(this.preferences.isInvisible(caller.id()));
		return EntityTagResponses.of(new Data<>(preference));
	}

	@PutMapping("/preferences")
	@Operation(summary = "Set whether you are invisible, which looks like being offline")
	Data<PresencePreferenceBody> setPreference(@Valid @RequestBody PresencePreferenceBody request, Caller caller) {
		this.preferences.save(caller.id(), request.invisible());
		return new Data<>(request);
	}

	private List<Presence> find(Collection<String> people) {
		try {
			return this.presenceStore.find(people);
		}
		catch (DataAccessException ex) {
			return people.stream().map((id) -> new Presence(id, PresenceState.UNKNOWN, null)).toList();
		}
	}

	/**
	 * The preference of a person, as read and written.
	 *
	 * @param invisible whether the person looks offline
	 */
	record PresencePreferenceBody(@NotNull Boolean invisible) {
	}

}
