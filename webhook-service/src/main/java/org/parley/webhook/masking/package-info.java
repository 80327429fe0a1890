/** Shows payloads without their secrets. */
@NullMarked
package org.parley.webhook.masking;

import org.jspecify.annotations.NullMarked;
