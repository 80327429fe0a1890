@NullMarked
package org.parley.auth.signin;

import org.jspecify.annotations.NullMarked;
