package org.parley.forum.view;

import java.util.List;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Counts the views of guests whom the gateway answered from memory. The gateway does not
 * route {@code /internal}.
 */
@Hidden
@RestController
class ReportedViewController {

	private static final int MAX_VIEWS = 1_000;

	private static final int MAX_LENGTH = 512;

	private final ViewCounter viewCounter;

	ReportedViewController(ViewCounter viewCounter) {
		this.viewCounter = viewCounter;
	}

	@PostMapping("/internal/views")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void count(@Valid @RequestBody ReportedViews reported) {
		reported.views()
			.stream()
			.filter((view) -> !RobotDetector.isRobot(view.userAgent()))
			.map((view) -> ThreadViewed.ofGuest(view.threadId(), view.address(), view.userAgent()))
			.forEach(this.viewCounter::record);
	}

	/**
	 * A report.
	 *
	 * @param views the views, in any order
	 */
	record ReportedViews(@NotNull @Size(max = MAX_VIEWS,
			message = "must have at most 1000 entries") List<@NotNull @Valid ReportedView> views) {
	}

	/**
	 * A view of a guest.
	 *
	 * @param address the guest's address
	 * @param userAgent the guest's browser
	 */
	record ReportedView(@NotNull @Size(max = MAX_LENGTH, message = "must have at most 512 characters") String threadId,
			@NotNull @Size(max = MAX_LENGTH, message = "must have at most 512 characters") String address,
			@NotNull @Size(max = MAX_LENGTH, message = "must have at most 512 characters") String userAgent) {

		@Override
		public String toString() {
			return "ReportedView[threadId=" + this.threadId + "]";
		}

	}

}
