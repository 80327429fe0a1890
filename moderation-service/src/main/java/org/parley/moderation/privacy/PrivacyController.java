package org.parley.moderation.privacy;

import java.time.Duration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows everybody which texts an outside model receives for checks. */
@RestController
@Tag(name = "Privacy")
class PrivacyController {

	private final DescribeModelUse describeModelUse;

	PrivacyController(DescribeModelUse describeModelUse) {
		this.describeModelUse = describeModelUse;
	}

	/** The answer is the same for everybody, so shared caches may store it. */
	@GetMapping("/api/v1/moderation/privacy")
	@Operation(summary = "Get which texts an outside model receives, and how long texts are stored for checks")
	ResponseEntity<Data<PrivacyView>> get() {
		var view = this.describeModelUse.describe();
		return ResponseEntity.ok()
			.eTag(EntityTagResponses.tag(view.policyVersion(), view))
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
			.body(new Data<>(view));
	}

}
