package org.parley.summary.modelswitch;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/**
 * The position of a switch.
 *
 * @param enabled whether the chat model may summarize the threads of the category
 */
record ModelSwitchRequest(@Schema(example = "false") @NotNull(message = "is required") Boolean enabled) {
}
