package org.parley.auth.account.sample;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.auth.account.admin.UserAdminView;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators see and delete the accounts of sample people. */
@RestController
@RequestMapping("/api/v1/admin/samples")
@Tag(name = "Administration")
class SamplePeopleController {

	private final RemoveSamplePeople removeSamplePeople;

	SamplePeopleController(RemoveSamplePeople removeSamplePeople) {
		this.removeSamplePeople = removeSamplePeople;
	}

	@GetMapping
	@Operation(summary = "List the sample people of a development start")
	ResponseEntity<Data<List<UserAdminView>>> list() {
		return EntityTagResponses
			.of(new Data<>(this.removeSamplePeople.samplePeople().stream().map(UserAdminView::of).toList()));
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete the accounts of all sample people at once",
			description = "Their usernames become free. Remove their posts first: those that are left show no author.")
	void remove(Caller caller, ClientDevice clientDevice) {
		this.removeSamplePeople.remove(caller, clientDevice);
	}

}
