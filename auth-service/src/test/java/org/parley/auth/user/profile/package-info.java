@NullMarked
package org.parley.auth.user.profile;

import org.jspecify.annotations.NullMarked;
