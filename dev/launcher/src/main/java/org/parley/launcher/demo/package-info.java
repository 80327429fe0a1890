/** The demo: scripted steps against a running Parley. */
@NullMarked
package org.parley.launcher.demo;

import org.jspecify.annotations.NullMarked;
