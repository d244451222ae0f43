/** Loaded into the server by npm start: when its starter is gone, however it ended, the server stops as well. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
