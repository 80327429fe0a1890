package org.parley.social.relation.change;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/social/people")
@Tag(name = "People")
class RelationController {

	private final FollowPerson followPerson;

	private final BlockPerson blockPerson;

	RelationController(FollowPerson followPerson, BlockPerson blockPerson) {
		this.followPerson = followPerson;
		this.blockPerson = blockPerson;
	}

	@PutMapping("/{username}/follow")
	@Operation(summary = "Follow a person, or ask a private account")
	Data<RelationView> follow(@PathVariable String username, Caller caller) {
		return new Data<>(this.followPerson.follow(username, caller));
	}

	@DeleteMapping("/{username}/follow")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Stop following a person, or withdraw your request")
	void unfollow(@PathVariable String username, Caller caller) {
		this.followPerson.unfollow(username, caller);
	}

	@PutMapping("/{username}/block")
	@Operation(summary = "Block a person, which ends following in both directions")
	Data<RelationView> block(@PathVariable String username, Caller caller) {
		return new Data<>(this.blockPerson.block(username, caller));
	}

	@DeleteMapping("/{username}/block")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Unblock a person")
	void unblock(@PathVariable String username, Caller caller) {
		this.blockPerson.unblock(username, caller);
	}

	@PutMapping("/me/requests/{username}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Approve a request to follow you")
	void approve(@PathVariable String username, Caller caller) {
		this.followPerson.approve(username, caller);
	}

	@DeleteMapping("/me/requests/{username}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Decline a request to follow you")
	void decline(@PathVariable String username, Caller caller) {
		this.followPerson.decline(username, caller);
	}

	@DeleteMapping("/me/followers/{username}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove a follower")
	void removeFollower(@PathVariable String username, Caller caller) {
		this.followPerson.removeFollower(username, caller);
	}

}
