/** Reports of what people write. */
@NullMarked
package org.parley.platform.events.report;

import org.jspecify.annotations.NullMarked;
