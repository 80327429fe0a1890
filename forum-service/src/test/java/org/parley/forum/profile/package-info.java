/** Tests of profiles. */
@NullMarked
package org.parley.forum.profile;

import org.jspecify.annotations.NullMarked;
