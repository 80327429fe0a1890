/** Tests of the job. */
@NullMarked
package org.parley.media.cleanup;

import org.jspecify.annotations.NullMarked;
