/** The job that removes what nobody finished or used. */
@NullMarked
package org.parley.media.cleaning;

import org.jspecify.annotations.NullMarked;
