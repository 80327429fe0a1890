/** Tests of the job. */
@NullMarked
package org.parley.media.cleaning;

import org.jspecify.annotations.NullMarked;
