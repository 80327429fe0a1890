/** Profiles: what the forum tells of a person. */
@NullMarked
package org.parley.forum.profile;

import org.jspecify.annotations.NullMarked;
