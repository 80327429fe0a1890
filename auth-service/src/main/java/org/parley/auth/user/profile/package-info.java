/** User profiles and the API to read and change them. */
@NullMarked
package org.parley.auth.user.profile;

import org.jspecify.annotations.NullMarked;
