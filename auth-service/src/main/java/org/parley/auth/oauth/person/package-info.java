/**
 * Who sits at the browser in which another program asks for something, and what they may
 * give.
 */
@NullMarked
package org.parley.auth.oauth.person;

import org.jspecify.annotations.NullMarked;
