@NullMarked
package org.parley.auth.oauth.registration;

import org.jspecify.annotations.NullMarked;
