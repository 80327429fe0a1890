/** Tests of the job. */
@NullMarked
package org.parley.media.item;

import org.jspecify.annotations.NullMarked;
