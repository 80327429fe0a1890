/** Who sits at the browser in which another program asks for something. */
@NullMarked
package org.parley.auth.oauth.person;

import org.jspecify.annotations.NullMarked;
